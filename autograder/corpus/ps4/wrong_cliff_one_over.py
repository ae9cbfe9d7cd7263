"""Stops where the factor is zero."""

EXERCISE = "ps4-cliff"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    return 0.5 / np.linalg.norm(M, 2) ** 2
"""
