"""A Counter is a dictionary."""

EXERCISE = "ps2-which-line"
SCORE = 1.0
ANSWER = """
from collections import Counter

wrong_line = Counter({"P": 2, "Q": 4, "R": 5, "S": 4})
"""
