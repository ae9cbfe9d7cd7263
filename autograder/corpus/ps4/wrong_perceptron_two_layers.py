"""Knows networks of two layers only."""

EXERCISE = "ps4-perceptron"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def perceptron(parameters, X):
    W1, c1, W2, c2 = parameters
    H = np.tanh(X @ W1 + c1)

    def pullback(Z_bar):
        h_bar = (1 - H**2) * (Z_bar @ W2.T)
        return (X.T @ h_bar, h_bar.sum(0), H.T @ Z_bar, Z_bar.sum(0)), h_bar @ W1.T

    return H @ W2 + c2, pullback
"""
