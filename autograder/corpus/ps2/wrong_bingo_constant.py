"""Calls one number for all."""

EXERCISE = "ps2-bingo"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
transposes = dict.fromkeys("ABCDEFGHI", 3)
'''
