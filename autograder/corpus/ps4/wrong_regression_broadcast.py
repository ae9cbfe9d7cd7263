"""Subtracts every target from every prediction."""

EXERCISE = "ps4-regression"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y.ravel()
    return np.sum(E**2), (2 * X.T @ E.mean(axis=1, keepdims=True), 2 * E.mean(axis=1).sum(axis=0, keepdims=True))
"""
