"""Writes A out for two rows, as in the example."""

EXERCISE = "ps2-toy-jvp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def toy_jvp(x, A, x_dot):
    y_dot = 2 * x * x_dot
    z_dot = np.cos(x**2) * y_dot
    t_dot = np.zeros(2)
    t_dot[0], t_dot[1] = A[0] @ z_dot, A[-1] @ z_dot
    return y_dot + z_dot, t_dot
'''
