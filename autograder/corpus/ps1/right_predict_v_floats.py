"""Writes the slopes as floats."""

EXERCISE = "ps1-predict-v"
SCORE = 1.0
ANSWER = """
predicted_slopes = (1.0, -1.0, 2.0, -1.0)
"""
