"""The pullback remembers the last run, not its own."""

EXERCISE = "ps4-layers"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
_last = {}


def linear(X, W, c):
    _last["X"], _last["W"] = X, W

    def pullback(Y_bar):
        X, W = _last["X"], _last["W"]
        return Y_bar @ W.T, X.T @ Y_bar, Y_bar.sum(axis=0)

    return X @ W + c, pullback


def tanh_layer(X):
    H = np.tanh(X)
    return H, lambda H_bar: (1 - H**2) * H_bar
"""
