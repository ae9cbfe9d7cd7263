"""Multiplies the Jacobians of two steps, by x2 and then again."""

EXERCISE = "ps1-jacobian"
SCORE = 2.0
ANSWER = """
def jacobian(x):
    p = x[0] * x[1]
    first = np.array([[x[1], x[0]], [0.0, 1.0]])
    second = np.array([[x[1], p], [1.0, 0.0]])
    return second @ first
"""
