"""A tie gives everything to the first argument."""

EXERCISE = "ps5-programs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = 1, 0, 1, np.nan, 0, np.nan
"""
