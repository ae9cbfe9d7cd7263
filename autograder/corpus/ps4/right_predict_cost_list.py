"""A list of numbers."""

EXERCISE = "ps4-predict-cost"
SCORE = 1.0
ANSWER = """
predicted_cost = [3, 2, 3, 2]
"""
