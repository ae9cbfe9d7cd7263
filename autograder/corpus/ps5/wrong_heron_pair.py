"""Answers for one step alone."""

EXERCISE = "ps5-heron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_heron = 1.5, 0.5
"""
