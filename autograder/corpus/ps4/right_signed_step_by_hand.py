"""Layer by layer, and where."""

EXERCISE = "ps4-signed-step"
SCORE = 2.0
ANSWER = """
def signed_step(parameters, X, labels, size):
    inputs, H = [X], X
    for k in range(0, len(parameters) - 2, 2):
        H = np.tanh(H @ parameters[k] + parameters[k + 1])
        inputs.append(H)
    Z = H @ parameters[-2] + parameters[-1]
    bar = np.exp(Z - Z.max(axis=1, keepdims=True))
    bar /= bar.sum(axis=1, keepdims=True)
    bar[np.arange(len(Z)), labels] -= 1
    for k in reversed(range(len(inputs))):
        bar = bar @ parameters[2 * k].T
        if k > 0:
            bar = bar * (1 - inputs[k] ** 2)
    return np.where(bar > 0, X + size, np.where(bar < 0, X - size, X))
"""
