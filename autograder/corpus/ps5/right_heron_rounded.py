"""A list, rounded to three decimals."""

EXERCISE = "ps5-heron"
SCORE = 1.0
ANSWER = """
predicted_heron = [1.5, 0.5, 1.414, 0.354]
"""
