"""Returns the cotangent of the first hidden layer for that of X."""

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
        for k in reversed(range(len(backs))):
            kept = H_bar
            if k % 2 == 0:
                H_bar, W_bar, c_bar = backs[k](H_bar)
                bars = (W_bar, c_bar, *bars)
            else:
                H_bar = backs[k](H_bar)
        return bars, kept

    return H, pullback
"""
