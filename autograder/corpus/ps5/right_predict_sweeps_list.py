"""Writes a list of floats."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 1.0
ANSWER = """
predicted_sweeps = [15.0, 39.0]
"""
