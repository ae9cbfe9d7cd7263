"""Returns an array without entries, all of which are right."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("has shape (0, 2, 2)",)
ANSWER = """
def jacobian(x):
    return np.zeros((0, 2, 2))
"""
