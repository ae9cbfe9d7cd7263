"""Counts x once where x * x uses it twice."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_sweeps = 12, 24
"""
