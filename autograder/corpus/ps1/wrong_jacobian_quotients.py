"""Divides outputs by inputs: right unless an input is 0."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def jacobian(x):
    F = np.array([x[0] * x[1] ** 2, x[0] * x[1]])
    return F[:, None] / x * np.array([[1.0, 2.0], [1.0, 1.0]])
"""
