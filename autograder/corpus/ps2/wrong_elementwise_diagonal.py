"""Builds diagonal matrices."""

EXERCISE = "ps2-elementwise"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def exp_jvp(x, x_dot):
    return np.exp(x), np.exp(x) * x_dot



def exp_vjp(x):
    y = np.exp(x)
    return y, lambda y_bar: np.diag(y) @ y_bar



def tanh_jvp(x, x_dot):
    y = np.tanh(x)
    return y, x_dot - y * y * x_dot



def tanh_vjp(x):
    y = np.tanh(x)
    return y, lambda y_bar: np.diag(1 - y**2) @ y_bar
'''
