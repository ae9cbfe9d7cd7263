"""A wider output layer that carries H itself."""

EXERCISE = "ps4-hidden"
SCORE = 2.0
ANSWER = """
def penalized(parameters, X, labels, strength):
    W1, c1, W2, c2 = parameters
    m = len(c2)
    wide = np.hstack([W2, np.eye(len(c1))])
    bias = np.concatenate([c2, np.zeros(len(c1))])
    out, pull = perceptron((W1, c1, wide, bias), X)
    Z, H = out[:, :m], out[:, m:]
    value, pull_loss = cross_entropy(Z, labels)
    out_bar = np.hstack([pull_loss(1.0), 2 * strength * H])
    (W1_bar, c1_bar, wide_bar, bias_bar), _ = pull(out_bar)
    return value + strength * np.sum(H * H), (W1_bar, c1_bar, wide_bar[:, :m], bias_bar[:m])
"""
