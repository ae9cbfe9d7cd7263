"""Functions in a loop that all see the last layer."""

EXERCISE = "ps4-perceptron"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def perceptron(parameters, X):
    H, backs = X, []
    for k in range(0, len(parameters), 2):
        if k > 0:
            H, pull_tanh = tanh_layer(H)
        H, pull = linear(H, parameters[k], parameters[k + 1])
        backs.append(lambda bar: pull(bar))
        if k > 0:
            backs[-1] = lambda bar: (lambda r: (pull_tanh(r[0]), *r[1:]))(pull(bar))

    def pullback(Z_bar):
        bars = ()
        for back in reversed(backs):
            Z_bar, W_bar, c_bar = back(Z_bar)
            bars = (W_bar, c_bar, *bars)
        return bars, Z_bar

    return H, pullback
"""
