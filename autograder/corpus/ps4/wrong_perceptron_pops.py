"""Empties its list of pullbacks: the second call finds nothing."""

EXERCISE = "ps4-perceptron"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def perceptron(parameters, X):
    H, backs = X, []
    for k in range(0, len(parameters), 2):
        if k > 0:
            H, back = tanh_layer(H)
            backs.append(back)
        H, back = linear(H, parameters[k], parameters[k + 1])
        backs.append(back)

    def pullback(Z_bar):
        H_bar, bars = Z_bar, ()
        while backs:
            is_linear = len(backs) % 2 == 1
            result = backs.pop()(H_bar)
            if is_linear:
                H_bar, W_bar, c_bar = result
                bars = (W_bar, c_bar, *bars)
            else:
                H_bar = result
        return bars, H_bar

    return H, pullback
"""
