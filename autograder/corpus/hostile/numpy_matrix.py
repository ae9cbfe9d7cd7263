"""Returns the right values as np.matrix."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("should be an array of shape (2, 2)",)
ANSWER = """
def jacobian(x):
    return np.matrix([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
