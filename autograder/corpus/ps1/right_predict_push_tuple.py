"""Writes the two numbers as a tuple."""

EXERCISE = "ps1-predict-push"
SCORE = 1.0
ANSWER = """
predicted_change = 0.64, 0.1
"""
