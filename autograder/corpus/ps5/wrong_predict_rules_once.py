"""Counts a repeated index once."""

EXERCISE = "ps5-predict-rules"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_gradients = 1, 0, 1, 4, 4, 4, 0.5, 0, 0.5
"""
