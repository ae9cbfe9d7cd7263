"""Gives the cost of the bracketings."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
predicted_sweeps = (100, 147)
'''
