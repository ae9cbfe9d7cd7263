"""Computes with columns, and a column of ones for the biases."""

EXERCISE = "ps5-train"
SCORE = 2.0
ANSWER = """
def residual(parameters, X):

    ones = np.ones((len(X), 1))
    joined = [
        np.concatenate([W, c[None, :]])
        for W, c in zip(parameters[::2], parameters[1::2])
    ]
    H = np.tanh(np.concatenate([X, ones], axis=1) @ joined[0])
    for W in joined[1:-1]:
        H = H + np.tanh(np.concatenate([H, ones], axis=1) @ W)
    return np.concatenate([H, ones], axis=1) @ joined[-1]
"""
