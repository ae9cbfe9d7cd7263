"""Goes through the layers in pairs."""

EXERCISE = "ps5-train"
SCORE = 2.0
ANSWER = """
def residual(parameters, X):

    layers = list(zip(parameters[::2], parameters[1::2]))
    (W, c), *inner, last = layers
    H = np.tanh(np.matmul(X, W) + c)
    for W, c in inner:
        H = np.add(np.tanh(np.matmul(H, W) + c), H)
    return np.matmul(H, last[0]) + last[1]
"""
