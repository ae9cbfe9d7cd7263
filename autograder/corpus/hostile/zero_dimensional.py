"""Returns an array without dimensions."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("has shape ()",)
ANSWER = """
def jacobian(x):
    return np.array(0.0)
"""
