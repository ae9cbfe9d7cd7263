"""Pulls the two cotangents back separately and adds the results."""

EXERCISE = "ps4-hidden"
SCORE = 2.0
ANSWER = """
def penalized(parameters, X, labels, strength):
    W1, c1, W2, c2 = parameters
    H = np.tanh(X @ W1 + c1)
    value, pull_loss = cross_entropy(H @ W2 + c2, labels)
    Z_bar = pull_loss(1.0)
    through_output = (Z_bar @ W2.T) * (1 - H * H)
    through_penalty = 2 * strength * (H - H**3)
    first = X.T @ through_output, through_output.sum(axis=0)
    second = X.T @ through_penalty, through_penalty.sum(axis=0)
    W1_bar, c1_bar = (a + b for a, b in zip(first, second))
    value = value + strength * np.vdot(H, H)
    return value, (W1_bar, c1_bar, H.T @ Z_bar, Z_bar.sum(axis=0))
"""
