"""Products by index, and the hyperbolic cosine."""

EXERCISE = "ps4-layers"
SCORE = 3.0
ANSWER = """
def linear(X, W, c):
    def pullback(Y_bar):
        X_bar = np.einsum("bm,km->bk", Y_bar, W)
        W_bar = np.einsum("bk,bm->km", X, Y_bar)
        return [X_bar, W_bar, np.ones(len(X)) @ Y_bar]

    return np.einsum("bk,km->bm", X, W) + c, pullback


def tanh_layer(X):
    slope = 1 / np.cosh(X) ** 2
    return np.tanh(X), lambda H_bar: H_bar * slope
"""
