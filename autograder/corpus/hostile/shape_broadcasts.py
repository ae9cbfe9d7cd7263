"""Returns the right values in a shape that broadcasts to the right one."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("has shape (1, 2, 2), expected (2, 2)",)
ANSWER = """
def jacobian(x):
    return np.array([[[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]])
"""
