"""Scales the caller's cotangent in place."""

EXERCISE = "ps2-elementwise"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def exp_jvp(x, x_dot):
    return np.exp(x), np.exp(x) * x_dot



def exp_vjp(x):
    y = np.exp(x)

    def pullback(y_bar):
        y_bar *= y
        return y_bar

    return y, pullback



def tanh_jvp(x, x_dot):
    y = np.tanh(x)
    return y, x_dot - y * y * x_dot



def tanh_vjp(x):
    y = np.tanh(x)
    return y, lambda y_bar: y_bar - y * y * y_bar
'''
