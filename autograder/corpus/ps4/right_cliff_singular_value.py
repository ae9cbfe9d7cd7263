"""Uses the largest singular value."""

EXERCISE = "ps4-cliff"
SCORE = 2.0
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    return 1 / np.linalg.svd(M, compute_uv=False)[0] ** 2
"""
