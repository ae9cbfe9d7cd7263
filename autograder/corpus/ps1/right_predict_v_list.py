"""Writes the slopes as a list."""

EXERCISE = "ps1-predict-v"
SCORE = 1.0
ANSWER = """
predicted_slopes = [1, -1, 2, -1]
"""
