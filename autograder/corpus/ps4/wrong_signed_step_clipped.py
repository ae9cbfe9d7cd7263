"""Keeps the inputs below an arbitrary bound."""

EXERCISE = "ps4-signed-step"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def signed_step(parameters, X, labels, size):
    Z, pull_network = perceptron(parameters, X)
    value, pull_loss = cross_entropy(Z, labels)
    X_bar = pull_network(pull_loss(1.0))[1]
    return np.clip(X + size * np.sign(X_bar), -1, 2)
"""
