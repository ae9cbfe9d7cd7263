"""Doubles the gradient for its JVP."""

EXERCISE = "ps6-bill"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_bill = (3, 6, 3003)
"""
