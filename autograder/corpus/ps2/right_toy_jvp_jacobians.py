"""Multiplies by the Jacobian of each line."""

EXERCISE = "ps2-toy-jvp"
SCORE = 2.0
ANSWER = '''
def toy_jvp(x, A, x_dot):
    square, sine = np.diag(2 * x), np.diag(np.cos(x**2))
    first = (np.eye(len(x)) + sine) @ square
    return first @ x_dot, A @ sine @ square @ x_dot
'''
