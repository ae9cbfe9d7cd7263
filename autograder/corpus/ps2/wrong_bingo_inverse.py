"""Takes inverses: cumsum and diff undo each other."""

EXERCISE = "ps2-bingo"
SCORE = 0.3333
PASSES_VISIBLE = False
ANSWER = '''
transposes = {"A": 3, "B": 8, "C": 4, "D": 6, "E": 2, "F": 5}
transposes |= {"G": 9, "H": 1, "I": 7}
'''
