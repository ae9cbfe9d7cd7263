"""Forgets what the product hands to x."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_sweeps = 6, 30
"""
