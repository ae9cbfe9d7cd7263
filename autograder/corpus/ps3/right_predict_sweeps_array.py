"""Hands in a list of floats."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 1.0
ANSWER = '''
predicted_sweeps = [112.0, 392.0]
'''
