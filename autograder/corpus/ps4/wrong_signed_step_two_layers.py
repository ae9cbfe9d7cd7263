"""Unpacks two layers and uses three classes."""

EXERCISE = "ps4-signed-step"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def signed_step(parameters, X, labels, size):
    W1, c1, W2, c2 = parameters
    H = np.tanh(X @ W1 + c1)
    Z = H @ W2 + c2
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    Z_bar = P - np.eye(3)[labels]
    return X + size * np.sign(((1 - H**2) * (Z_bar @ W2.T)) @ W1.T)
"""
