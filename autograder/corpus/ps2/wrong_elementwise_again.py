"""The pullback evaluates exp and tanh again."""

EXERCISE = "ps2-elementwise"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def exp_jvp(x, x_dot):
    return np.exp(x), np.exp(x) * x_dot



def exp_vjp(x):
    return np.exp(x), lambda y_bar: np.exp(x) * y_bar



def tanh_jvp(x, x_dot):
    y = np.tanh(x)
    return y, x_dot - y * y * x_dot



def tanh_vjp(x):
    return np.tanh(x), lambda y_bar: (1 - np.tanh(x) ** 2) * y_bar
'''
