"""Sums the residual over everything: one number for all outputs."""

EXERCISE = "ps4-regression"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y
    return np.sum(E**2), (2 * X.T @ E, np.full(c.shape, 2 * np.sum(E)))
"""
