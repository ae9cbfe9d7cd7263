"""Keeps its last run where the next one overwrites it."""

EXERCISE = "ps4-perceptron"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
_run = {}


def perceptron(parameters, X):
    inputs = [X]
    for k in range(0, len(parameters) - 2, 2):
        inputs.append(np.tanh(inputs[-1] @ parameters[k] + parameters[k + 1]))
    _run["inputs"], _run["parameters"] = inputs, parameters

    def pullback(Z_bar):
        inputs, parameters = _run["inputs"], _run["parameters"]
        bars, delta = (), Z_bar
        for k in reversed(range(len(inputs))):
            bars = (inputs[k].T @ delta, delta.sum(axis=0), *bars)
            delta = delta @ parameters[2 * k].T
            if k > 0:
                delta = delta * (1 - inputs[k] ** 2)
        return bars, delta

    return inputs[-1] @ parameters[-2] + parameters[-1], pullback
"""
