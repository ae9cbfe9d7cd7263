"""The inverse without its sign."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    return X @ V + V @ X


def d_inverse(X, V):
    return np.linalg.inv(X) @ V @ np.linalg.inv(X)
"""
