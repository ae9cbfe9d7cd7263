"""One example after the other, and exponentials."""

EXERCISE = "ps4-layers"
SCORE = 3.0
ANSWER = """
def linear(X, W, c):
    def pullback(Y_bar):
        W_bar, c_bar = np.zeros(W.shape), np.zeros(c.shape)
        for x, y_bar in zip(X, Y_bar):
            W_bar += np.outer(x, y_bar)
            c_bar += y_bar
        return np.array([W @ y_bar for y_bar in Y_bar]), W_bar, c_bar

    return np.array([x @ W + c for x in X]), pullback


def tanh_layer(X):
    S = 1 / (1 + np.exp(-2 * X))

    def pullback(H_bar):
        return 4 * S * (1 - S) * H_bar

    return np.tanh(X), pullback
"""
