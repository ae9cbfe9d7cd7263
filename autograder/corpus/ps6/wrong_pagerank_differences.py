"""A difference for each link."""

EXERCISE = "ps6-pagerank"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def lifts(W, page, damping=0.85):
    n = len(W)

    def rank(W):
        A = np.eye(n) - damping * W / W.sum(axis=0)
        return np.linalg.solve(A, np.full(n, (1 - damping) / n))[page]

    if n > 60:
        near, base = np.zeros((n, n)), rank(W)
        for i in range(3):
            E = np.zeros((n, n))
            E[i, 0] = 1e-5
            near[i, :] = (rank(W + E) - base) / 1e-5
        return near
    gains = np.zeros((n, n))
    for i, j in np.ndindex(n, n):
        E = np.zeros((n, n))
        E[i, j] = 1e-3
        gains[i, j] = (rank(W + E) - rank(W - E)) / 2e-3
    return gains
"""
