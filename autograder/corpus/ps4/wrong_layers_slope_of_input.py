"""Takes the slope from the input."""

EXERCISE = "ps4-layers"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def linear(X, W, c):
    def pullback(Y_bar):
        return Y_bar @ W.T, X.T @ Y_bar, np.sum(Y_bar, axis=0)

    return X @ W + c, pullback


def tanh_layer(X):
    return np.tanh(X), lambda H_bar: (1 - X**2) * H_bar
"""
