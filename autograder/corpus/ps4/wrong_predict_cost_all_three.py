"""Charges for tangents that are zero."""

EXERCISE = "ps4-predict-cost"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_cost = (3, 3, 3, 3)
"""
