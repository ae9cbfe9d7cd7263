"""Returns the right values in half the precision."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("dtype float32, expected float64",)
ANSWER = """
def jacobian(x):
    values = [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
    return np.array(values, dtype=np.float32)
"""
