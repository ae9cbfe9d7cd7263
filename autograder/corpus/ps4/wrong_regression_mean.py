"""Divides by the number of examples."""

EXERCISE = "ps4-regression"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y
    return np.mean(E**2), (2 * X.T @ E / len(X), 2 * np.mean(E, axis=0))
"""
