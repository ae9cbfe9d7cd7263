"""The pullback runs the whole network once more."""

EXERCISE = "ps4-perceptron"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def perceptron(parameters, X):
    weights, biases = parameters[::2], parameters[1::2]
    inputs = [X]
    for W, c in zip(weights[:-1], biases[:-1]):
        inputs.append(np.tanh(inputs[-1] @ W + c))
    Z = inputs[-1] @ weights[-1] + biases[-1]

    def pullback(Z_bar):
        inputs = [X]
        for W, c in zip(weights[:-1], biases[:-1]):
            inputs.append(np.tanh(inputs[-1] @ W + c))
        bars, delta = [], Z_bar
        for k in range(len(weights) - 1, -1, -1):
            bars = [inputs[k].T @ delta, delta.sum(axis=0), *bars]
            delta = delta @ weights[k].T
            if k > 0:
                delta = delta * (1 - inputs[k] ** 2)
        return tuple(bars), delta

    return Z, pullback
"""
