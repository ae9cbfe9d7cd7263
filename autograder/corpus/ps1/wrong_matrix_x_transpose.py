"""X^T where X is due: the symmetric example does not tell."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def d_square(X, V):
    return X.T @ V + V @ X


def d_inverse(X, V):
    return -np.linalg.inv(X) @ V @ np.linalg.inv(X)
"""
