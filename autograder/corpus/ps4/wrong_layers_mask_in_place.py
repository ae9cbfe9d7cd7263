"""Multiplies the slope into the cotangent it was lent."""

EXERCISE = "ps4-layers"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def linear(X, W, c):
    def pullback(Y_bar):
        return Y_bar @ W.T, X.T @ Y_bar, np.sum(Y_bar, axis=0)

    return X @ W + c, pullback


def tanh_layer(X):
    H = np.tanh(X)

    def pullback(H_bar):
        H_bar *= 1 - H**2
        return H_bar

    return H, pullback
"""
