"""Reads the h axis from right to left."""

EXERCISE = "ps1-predict-v"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = (-1, 1, -2, 1)
"""
