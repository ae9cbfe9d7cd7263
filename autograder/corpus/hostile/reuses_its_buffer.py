"""Returns one array again and again; what crossed the wall is a copy."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
buffer = np.zeros((2, 2))


def jacobian(x):
    buffer[:] = [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
    return buffer
"""
