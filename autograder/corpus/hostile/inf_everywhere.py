"""Returns infinity, for comparisons relative to what was returned."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("nan or infinite",)
ANSWER = """
def jacobian(x):
    return np.full((2, 2), np.inf)
"""
