"""Counted to three digits."""

EXERCISE = "ps4-predict-cost"
SCORE = 1.0
ANSWER = """
predicted_cost = (2.9998, 2.0013, 2.9998, 2.0012)
"""
