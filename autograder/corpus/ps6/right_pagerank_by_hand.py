"""Two solves, and broadcasting."""

EXERCISE = "ps6-pagerank"
SCORE = 3.0
ANSWER = """
def lifts(W, page, damping=0.85):
    n, out = len(W), np.sum(W, axis=0)
    A = np.eye(n) - damping * W / out
    rank = np.linalg.solve(A, np.ones(n) * (1 - damping) / n)
    z = np.linalg.solve(A.T, np.arange(n) == page)
    share = z @ (W / out)
    return damping * np.subtract.outer(z, share) * (rank / out)
"""
