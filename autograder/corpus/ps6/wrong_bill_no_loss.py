"""Forgets the forward pass."""

EXERCISE = "ps6-bill"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_bill = (2, 6, 4002)
"""
