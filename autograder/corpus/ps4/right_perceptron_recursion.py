"""The first layer, and a smaller network."""

EXERCISE = "ps4-perceptron"
SCORE = 3.0
ANSWER = """
def perceptron(parameters, X):
    Y, pull = linear(X, *parameters[:2])
    if len(parameters) == 2:
        return Y, lambda Z_bar: (pull(Z_bar)[1:], pull(Z_bar)[0])
    H, pull_tanh = tanh_layer(Y)
    Z, pull_rest = perceptron(parameters[2:], H)

    def pullback(Z_bar):
        rest_bar, H_bar = pull_rest(Z_bar)
        X_bar, W_bar, c_bar = pull(pull_tanh(H_bar))
        return (W_bar, c_bar, *rest_bar), X_bar

    return Z, pullback
"""
