"""Divides along the rows at the end."""

EXERCISE = "ps6-pagerank"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def lifts(W, page, damping=0.85):
    n, out = len(W), W.sum(axis=0)
    P = W / out
    system, jump = np.eye(n) - damping * P, np.full(n, (1 - damping) / n)
    P_bar = -damping * solve_vjp(system, jump, np.eye(n)[page])[0]
    return (P_bar - np.sum(P_bar * P, axis=1, keepdims=True)) / out
"""
