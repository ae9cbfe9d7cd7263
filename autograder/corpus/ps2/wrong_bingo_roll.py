"""Believes that roll is its own transpose."""

EXERCISE = "ps2-bingo"
SCORE = 0.6667
PASSES_VISIBLE = False
ANSWER = '''
transposes = {"A": 3, "B": 5, "C": 4, "D": 6, "E": 6, "F": 8}
transposes |= {"G": 9, "H": 1, "I": 7}
'''
