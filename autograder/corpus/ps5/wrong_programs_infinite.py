"""Infinity times 0 is infinity."""

EXERCISE = "ps5-programs"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = 0.5, 0, 1, np.inf, 0, np.inf
"""
