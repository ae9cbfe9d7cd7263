"""A list with floats."""

EXERCISE = "ps5-programs"
SCORE = 2.0
ANSWER = """
predicted_slopes = [1 / 2, 0, 1, float("nan"), 0, float("nan")]
"""
