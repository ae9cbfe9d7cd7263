"""Scales a constant table by rows and columns."""

EXERCISE = "ps1-jacobian"
SCORE = 2.0
ANSWER = """
def jacobian(x):
    left = np.diag([x[1], 1.0])
    return left @ np.array([[1.0, 2.0], [1.0, 1.0]]) * x[::-1]
"""
