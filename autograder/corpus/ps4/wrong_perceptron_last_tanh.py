"""Puts a tanh after the last layer, too."""

EXERCISE = "ps4-perceptron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def perceptron(parameters, X):
    H, backs = X, []
    for k in range(0, len(parameters), 2):
        H, back = linear(H, parameters[k], parameters[k + 1])
        H, back_tanh = tanh_layer(H)
        backs.append((back, back_tanh))

    def pullback(Z_bar):
        bars = ()
        for back, back_tanh in reversed(backs):
            Z_bar, W_bar, c_bar = back(back_tanh(Z_bar))
            bars = (W_bar, c_bar, *bars)
        return bars, Z_bar

    return H, pullback
"""
