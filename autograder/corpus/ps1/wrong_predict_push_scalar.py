"""Adds the two outputs up."""

EXERCISE = "ps1-predict-push"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_change = 0.74
"""
