"""Forgets the forward pass."""

EXERCISE = "ps4-predict-cost"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_cost = (2, 1, 2, 1)
"""
