"""Treats the bias as one more weight of a column of ones."""

EXERCISE = "ps4-regression"
SCORE = 2.0
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    M = np.hstack([X, np.ones((len(X), 1))])
    theta = np.vstack([w, c[None]])
    E = M @ theta - Y
    bar = 2 * M.T @ E
    return np.sum(E * E), (bar[:-1], bar[-1])
"""
