"""Differentiates Y minus the prediction without its sign."""

EXERCISE = "ps4-regression"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = Y - X @ w - c
    return np.sum(E**2), (2 * X.T @ E, 2 * np.sum(E, axis=0))
"""
