"""Its own engine for the division."""

EXERCISE = "ps6-pagerank"
SCORE = 3.0
ANSWER = """
def lifts(W, page, damping=0.85):
    n = len(W)
    P, pullback = vjp(lambda W: W / np.sum(W, axis=0), W)
    A = np.linalg.inv(np.eye(n) - damping * P)
    rank = A @ np.full(n, (1 - damping) / n)
    return pullback(damping * np.outer(A[page], rank))[0]
"""
