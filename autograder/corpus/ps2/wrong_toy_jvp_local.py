"""Loses the tangent at the square."""

EXERCISE = "ps2-toy-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def toy_jvp(x, A, x_dot):
    y_dot = 2 * x
    z_dot = np.cos(x**2) * y_dot
    return y_dot + z_dot, A @ z_dot
'''
