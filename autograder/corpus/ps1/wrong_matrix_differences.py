"""A difference quotient handed in for the inverse."""

EXERCISE = "ps1-matrix"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def d_square(X, V):
    return X @ V + V @ X


def d_inverse(X, V):
    h = 1e-6
    return (np.linalg.inv(X + h * V) - np.linalg.inv(X - h * V)) / (2 * h)
"""
