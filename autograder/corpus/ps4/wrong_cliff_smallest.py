"""Takes the smallest eigenvalue."""

EXERCISE = "ps4-cliff"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    return 2 / np.linalg.eigvalsh(2 * M.T @ M)[0]
"""
