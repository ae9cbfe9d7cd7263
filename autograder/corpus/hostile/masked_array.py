"""Returns wrong values, all of them masked."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("MaskedArray",)
ANSWER = """
def jacobian(x):
    return np.ma.masked_all((2, 2))
"""
