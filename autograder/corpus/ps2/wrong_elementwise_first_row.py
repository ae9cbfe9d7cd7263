"""Looks only at the first row of a batch."""

EXERCISE = "ps2-elementwise"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def exp_jvp(x, x_dot):
    y = np.exp(x)
    return y, np.exp(np.atleast_2d(x)[0]) * x_dot



def exp_vjp(x):
    y = np.exp(x)
    return y, lambda y_bar: y * y_bar



def tanh_jvp(x, x_dot):
    y = np.tanh(x)
    return y, x_dot - y * y * x_dot



def tanh_vjp(x):
    y = np.tanh(x)
    return y, lambda y_bar: (1 - np.atleast_2d(y)[0] ** 2) * y_bar
'''
