"""Seeds outputs in forward mode."""

EXERCISE = "ps3-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
predicted_sweeps = (392, 112)
'''
