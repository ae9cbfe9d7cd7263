"""Keeps the derivative, in other formulas."""

EXERCISE = "ps2-elementwise"
SCORE = 2.0
ANSWER = '''
def exp_jvp(x, x_dot):
    half = np.exp(x / 2)
    return half * half, half * (half * x_dot)


def exp_vjp(x):
    y = 1 / np.exp(-x)
    return y, lambda y_bar: np.multiply(y_bar, y)


def tanh_jvp(x, x_dot):
    return np.tanh(x), x_dot / np.cosh(x) ** 2


def tanh_vjp(x):
    slope = 1 / np.cosh(x) ** 2
    return np.tanh(x), lambda y_bar: slope * y_bar
'''
