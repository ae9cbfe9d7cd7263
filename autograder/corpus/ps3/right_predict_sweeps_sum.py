"""Adds up the sizes of the Jacobians."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 1.0
ANSWER = '''
sizes = 6 + 15 + 35
predicted_sweeps = (2 * sizes, 7 * sizes)
'''
