"""-X^-2 V."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    return X @ V + V @ X


def d_inverse(X, V):
    Y = np.linalg.inv(X)
    return -Y @ Y @ V
"""
