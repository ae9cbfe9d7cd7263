"""Central differences of the loss for every weight."""

EXERCISE = "ps4-hidden"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
def penalized(parameters, X, labels, strength):
    def value(*parameters):
        W1, c1, W2, c2 = parameters
        H = np.tanh(X @ W1 + c1)
        Z = H @ W2 + c2
        top = Z.max(axis=1)
        total = top + np.log(np.exp(Z - top[:, None]).sum(axis=1))
        picked = Z[np.arange(len(Z)), labels]
        return np.mean(total - picked) + strength * np.sum(H**2)

    bars = []
    for k, p in enumerate(parameters):
        bar = np.zeros(p.shape)
        for index in np.ndindex(p.shape):
            step = np.zeros(p.shape)
            step[index] = 1e-5
            ahead, behind = list(parameters), list(parameters)
            ahead[k], behind[k] = p + step, p - step
            bar[index] = (value(*ahead) - value(*behind)) / 2e-5
        bars.append(bar)
    return value(*parameters), tuple(bars)
"""
