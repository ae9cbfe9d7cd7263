"""Scales the caller's tangent in place."""

EXERCISE = "ps2-toy-jvp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def toy_jvp(x, A, x_dot):
    y = x**2
    x_dot *= 2 * x
    z_dot = np.cos(y) * x_dot
    return x_dot + z_dot, A @ z_dot
'''
