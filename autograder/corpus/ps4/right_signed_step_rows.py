"""One example after the other: a sign needs no average."""

EXERCISE = "ps4-signed-step"
SCORE = 2.0
ANSWER = """
def signed_step(parameters, X, labels, size):
    moved = []
    for x, t in zip(X, labels):
        Z, pull_network = perceptron(parameters, x[None])
        _, pull_loss = cross_entropy(Z, np.array([t]))
        x_bar = pull_network(pull_loss(7.0))[1][0]
        moved.append(x + np.copysign(size, x_bar))
    return np.array(moved)
"""
