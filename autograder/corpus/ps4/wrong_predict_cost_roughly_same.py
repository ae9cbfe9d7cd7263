"""Believes "roughly the same cost"."""

EXERCISE = "ps4-predict-cost"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_cost = (1, 1, 1, 1)
"""
