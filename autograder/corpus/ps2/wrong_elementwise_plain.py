"""The pullback evaluates tanh of a plain copy of x."""

EXERCISE = "ps2-elementwise"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def exp_jvp(x, x_dot):
    return np.exp(x), np.exp(x) * x_dot


def exp_vjp(x):
    y = np.exp(x)
    return y, lambda y_bar: y * y_bar


def tanh_jvp(x, x_dot):
    return np.tanh(x), (1 - np.tanh(x) ** 2) * x_dot


def tanh_vjp(x):
    x = np.array(x)
    return np.tanh(x), lambda y_bar: (1 - np.tanh(x) ** 2) * y_bar
'''
