"""Forgets that the first output holds y, too."""

EXERCISE = "ps2-toy-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def toy_jvp(x, A, x_dot):
    z_dot = np.cos(x**2) * 2 * x * x_dot
    return z_dot, A @ z_dot
'''
