"""The root of a square counts as the absolute value."""

EXERCISE = "ps5-programs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = 0.5, 0, 1, 0.5, 0, np.nan
"""
