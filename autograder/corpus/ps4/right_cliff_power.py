"""Iterates until nothing changes."""

EXERCISE = "ps4-cliff"
SCORE = 2.0
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    H = 2 * M.T @ M
    for _ in range(40):
        H = H @ H / np.linalg.norm(H)
    v = H @ np.ones(len(H)) + H[0]
    v = v / np.linalg.norm(v)
    return 1 / np.sum((M @ v) ** 2)
"""
