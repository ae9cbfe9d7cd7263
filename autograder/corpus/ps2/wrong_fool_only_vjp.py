"""Forges the VJP alone."""

EXERCISE = "ps2-fool"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def forged_jvp(x, x_dot):
    J = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    return target(x), J @ x_dot


def forged_vjp(x):
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), lambda y_bar: M.T @ y_bar
'''
