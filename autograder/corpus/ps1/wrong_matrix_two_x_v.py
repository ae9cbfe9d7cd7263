"""2 X V, as if matrices commuted."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    return 2 * X @ V


def d_inverse(X, V):
    return -np.linalg.inv(X) @ V @ np.linalg.inv(X)
"""
