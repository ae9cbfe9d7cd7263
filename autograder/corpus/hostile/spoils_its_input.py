"""Overwrites its input, so that a later comparison might see it."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    x[:] = 0.0
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
