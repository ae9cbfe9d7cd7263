"""Asks for more memory than any machine has."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("Unable to allocate",)
ANSWER = """
def jacobian(x):
    return np.ones(10**11)
"""
