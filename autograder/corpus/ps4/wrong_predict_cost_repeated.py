"""Runs forward twice for a gradient."""

EXERCISE = "ps4-predict-cost"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_cost = (3, 2, 4, 3)
"""
