"""Swaps A and B."""

EXERCISE = "ps5-predict-sweeps"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_sweeps = 39, 15
"""
