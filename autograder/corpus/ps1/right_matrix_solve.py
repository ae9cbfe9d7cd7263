"""Two linear solves instead of inverses; polarization for the square."""

EXERCISE = "ps1-matrix"
SCORE = 2.0
ANSWER = """
def d_square(X, V):
    S = X + V
    return S @ S - X @ X - V @ V


def d_inverse(X, V):
    left = np.linalg.solve(X, V)
    return -np.linalg.solve(X.T, left.T).T
"""
