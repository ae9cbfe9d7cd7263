"""The right value, computed in the caller's matrix."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    left = X @ V
    V @= X
    return left + V


def d_inverse(X, V):
    return -np.linalg.inv(X) @ V @ np.linalg.inv(X)
"""
