"""Forgets that round-off is divided by h."""

EXERCISE = "ps1-predict-v"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = (1, 0, 2, 0)
"""
