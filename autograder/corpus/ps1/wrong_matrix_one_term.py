"""Keeps one of the two cross terms."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    return X @ V


def d_inverse(X, V):
    return -np.linalg.inv(X) @ V @ np.linalg.inv(X)
"""
