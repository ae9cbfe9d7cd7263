"""Lets B hand on what is new, so that it is right."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_sweeps = 15, 33
"""
