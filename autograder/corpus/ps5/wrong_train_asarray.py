"""Turns its parameters into plain arrays."""

EXERCISE = "ps5-train"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def residual(parameters, X):

    layers = [np.asarray(p) for p in parameters]
    H = np.tanh(X @ layers[0] + layers[1])
    for k in range(2, len(layers) - 2, 2):
        H = H + np.tanh(H @ layers[k] + layers[k + 1])
    return H @ layers[-2] + layers[-1]
"""
