"""A list."""

EXERCISE = "ps6-bill"
SCORE = 1.0
ANSWER = """
predicted_bill = [3, 9, 6003]
"""
