"""Gives both of two equal entries everything."""

EXERCISE = "ps5-predict-rules"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_gradients = 2, 0, 1, 4, 4, 4, 1, 0, 1
"""
