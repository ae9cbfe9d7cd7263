"""Iterates eight times from a vector of ones: enough for a wide gap."""

EXERCISE = "ps4-cliff"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    H = 2 * M.T @ M
    v = np.ones(len(H))
    for _ in range(8):
        v = H @ v
        v = v / np.linalg.norm(v)
    return 2 / (v @ H @ v)
"""
