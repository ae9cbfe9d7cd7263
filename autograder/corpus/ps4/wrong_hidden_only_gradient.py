"""The penalty is in the gradient and not in the loss."""

EXERCISE = "ps4-hidden"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def penalized(parameters, X, labels, strength):
    W1, c1, W2, c2 = parameters
    h, pull_first = linear(X, W1, c1)
    H, pull_tanh = tanh_layer(h)
    Z, pull_second = linear(H, W2, c2)
    value, pull_loss = cross_entropy(Z, labels)
    H_bar, W2_bar, c2_bar = pull_second(pull_loss(1.0))
    H_bar = H_bar + 2 * strength * H
    _, W1_bar, c1_bar = pull_first(pull_tanh(H_bar))
    return value + 0, (W1_bar, c1_bar, W2_bar, c2_bar)
"""
