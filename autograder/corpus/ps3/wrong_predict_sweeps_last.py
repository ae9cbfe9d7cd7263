"""Leaves the last Jacobian out of the sweeps."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
predicted_sweeps = (42, 147)
'''
