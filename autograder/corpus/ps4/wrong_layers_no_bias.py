"""Forgets to add the bias, and pulls it back all the same."""

EXERCISE = "ps4-layers"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def linear(X, W, c):
    def pullback(Y_bar):
        return Y_bar @ W.T, X.T @ Y_bar, np.sum(Y_bar, axis=0)

    return X @ W, pullback


def tanh_layer(X):
    H = np.tanh(X)
    return H, lambda H_bar: (1 - H**2) * H_bar
"""
