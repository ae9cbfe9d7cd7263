"""Flattens the residual, right only for a single output."""

EXERCISE = "ps4-regression"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y
    e = E.ravel()
    if len(e) != len(X):
        e = E.sum(axis=1)
    w_bar = np.repeat((2 * X.T @ e)[:, None], w.shape[1], axis=1)
    return np.sum(E**2), (w_bar, 2 * E.sum(axis=0))
"""
