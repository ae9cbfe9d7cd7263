"""Divides round-off by h squared for the central quotient."""

EXERCISE = "ps1-predict-v"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = (1, -1, 2, -2)
"""
