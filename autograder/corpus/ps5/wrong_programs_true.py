"""The identity has slope 1, the constant slope 0."""

EXERCISE = "ps5-programs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
predicted_slopes = 0.5, 0, 1, np.nan, 1, 0
"""
