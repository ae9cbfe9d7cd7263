"""Returns one bias cotangent for each example."""

EXERCISE = "ps4-regression"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    E = X @ w + c - Y
    return np.sum(E**2), (2 * X.T @ E, 2 * E)
"""
