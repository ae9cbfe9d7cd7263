"""Returns the right numbers as strings."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("array of dtype",)
ANSWER = """
def jacobian(x):
    values = [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
    return np.array(values).astype(str)
"""
