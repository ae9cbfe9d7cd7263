"""Returns an array that is too large to cross the wall."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    return np.zeros(1 << 26)
"""
