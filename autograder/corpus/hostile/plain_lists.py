"""Returns the right values in lists."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("Wrap it in np.array",)
ANSWER = """
def jacobian(x):
    return [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
"""
