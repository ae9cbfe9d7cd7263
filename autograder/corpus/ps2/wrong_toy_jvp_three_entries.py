"""Knows that the entries of x are 1, 2 and -1."""

EXERCISE = "ps2-toy-jvp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def toy_jvp(x, A, x_dot):
    y_dot = np.resize([2.0, 4.0, -2.0], x.shape) * x_dot
    z_dot = np.cos(np.resize([1.0, 4.0, 1.0], x.shape)) * y_dot
    return y_dot + z_dot, A @ z_dot
'''
