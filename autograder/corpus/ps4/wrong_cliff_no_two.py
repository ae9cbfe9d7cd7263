"""Takes the Hessian without its factor 2."""

EXERCISE = "ps4-cliff"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def largest_rate(X):
    M = np.hstack([X, np.ones((len(X), 1))])
    return 2 / np.linalg.norm(M, 2) ** 2
"""
