"""Adds up the examples one by one."""

EXERCISE = "ps4-regression"
SCORE = 2.0
ANSWER = """
def regression(parameters, batch):
    (w, c), (X, Y) = parameters, batch
    value, w_bar, c_bar = 0.0, np.zeros_like(w), np.zeros_like(c)
    for x, y in zip(X, Y):
        e = x @ w + c - y
        value += float(e @ e)
        w_bar = w_bar + 2 * np.outer(x, e)
        c_bar = c_bar + 2 * e
    return value, (w_bar, c_bar)
"""
