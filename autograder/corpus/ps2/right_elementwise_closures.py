"""Defines pullbacks by def and tanh by exp."""

EXERCISE = "ps2-elementwise"
SCORE = 2.0
ANSWER = '''
def exp_jvp(x, x_dot):
    y, pull = exp_vjp(x)
    return y, pull(x_dot)


def exp_vjp(x):
    y = np.exp(x)

    def pullback(y_bar):
        x_bar = y.copy()
        x_bar *= y_bar
        return x_bar

    return y, pullback


def tanh_jvp(x, x_dot):
    y, pull = tanh_vjp(x)
    return y, pull(x_dot)


def tanh_vjp(x):
    s = 1 / (1 + np.exp(-2 * x))

    def pullback(y_bar):
        return 4 * s * (1 - s) * y_bar

    return 2 * s - 1, pullback
'''
