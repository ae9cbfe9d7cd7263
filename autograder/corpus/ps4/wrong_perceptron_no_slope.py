"""Forgets the slope of tanh."""

EXERCISE = "ps4-perceptron"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def perceptron(parameters, X):
    H, backs = X, []
    for k in range(0, len(parameters), 2):
        if k > 0:
            H = np.tanh(H)
        H, back = linear(H, parameters[k], parameters[k + 1])
        backs.append(back)

    def pullback(Z_bar):
        bars = ()
        for back in reversed(backs):
            Z_bar, W_bar, c_bar = back(Z_bar)
            bars = (W_bar, c_bar, *bars)
        return bars, Z_bar

    return H, pullback
"""
