"""Follows the gradient itself."""

EXERCISE = "ps4-signed-step"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def signed_step(parameters, X, labels, size):
    Z, pull_network = perceptron(parameters, X)
    value, pull_loss = cross_entropy(Z, labels)
    X_bar = pull_network(pull_loss(1.0))[1]
    return X + size * X_bar
"""
