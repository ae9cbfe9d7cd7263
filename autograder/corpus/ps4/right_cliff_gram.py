"""Uses the other product, of shape (n, n)."""

EXERCISE = "ps4-cliff"
SCORE = 2.0
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    return 1 / max(np.linalg.eigvalsh(M @ M.T))
"""
