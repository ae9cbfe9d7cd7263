"""Returns nan, for comparisons written as not (error > tolerance)."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("nan or infinite",)
ANSWER = """
def jacobian(x):
    return np.full((2, 2), np.nan)
"""
