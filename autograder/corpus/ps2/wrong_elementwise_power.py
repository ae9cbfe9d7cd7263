"""Applies the power rule to exp."""

EXERCISE = "ps2-elementwise"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def exp_jvp(x, x_dot):
    y = np.exp(x)
    return y, x * np.exp(x - 1) * x_dot


def exp_vjp(x):
    y, slope = np.exp(x), x * np.exp(x - 1)
    return y, lambda y_bar: slope * y_bar



def tanh_jvp(x, x_dot):
    y = np.tanh(x)
    return y, x_dot - y * y * x_dot



def tanh_vjp(x):
    y = np.tanh(x)
    return y, lambda y_bar: y_bar - y * y * y_bar
'''
