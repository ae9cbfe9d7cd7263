"""Returns an array of records."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("array of dtype",)
ANSWER = """
def jacobian(x):
    return np.zeros((2, 2), dtype=[("a", float), ("b", "O")])
"""
