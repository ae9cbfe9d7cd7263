"""The last number is cut off, not rounded."""

EXERCISE = "ps5-heron"
SCORE = 1.0
ANSWER = """
predicted_heron = 1.5, 0.5, 1.414, 0.3535
"""
