"""A transposed factor, unseen when X is diagonal."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def d_square(X, V):
    return X @ V + V @ X


def d_inverse(X, V):
    Y = np.linalg.inv(X)
    return -Y @ V @ Y.T
"""
