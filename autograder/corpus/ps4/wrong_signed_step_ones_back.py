"""Pulls back ones instead of the cotangent of the loss."""

EXERCISE = "ps4-signed-step"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def signed_step(parameters, X, labels, size):
    Z, pull_network = perceptron(parameters, X)
    return X + size * np.sign(pull_network(np.ones_like(Z))[1])
"""
