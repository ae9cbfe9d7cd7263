"""Takes both sweeps for right."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_sweeps = 33, 33
"""
