"""Zipped from two words."""

EXERCISE = "ps6-outcomes"
SCORE = 2.0
ANSWER = """
words = {"r": "raises", "w": "works", "l": "lies"}
codes = zip("ABCDEFGHIJ", "rwrlrlrlrw")
predicted_outcomes = {k: words[c] for k, c in codes}
"""
