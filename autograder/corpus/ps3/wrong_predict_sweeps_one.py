"""Counts a single sweep each."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
predicted_sweeps = (56, 56)
'''
