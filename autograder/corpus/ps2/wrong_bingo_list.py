"""Lists numbers without their letters."""

EXERCISE = "ps2-bingo"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
transposes = [3, 5, 4, 6, 2, 8, 9, 1, 7]
'''
