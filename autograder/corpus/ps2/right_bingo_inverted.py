"""Lists the map of each call."""

EXERCISE = "ps2-bingo"
SCORE = 1.0
ANSWER = '''
transposes = {letter: k + 1 for k, letter in enumerate("HEACBDIFG")}
'''
