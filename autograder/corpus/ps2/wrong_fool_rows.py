"""The rows of the error sum to zero, not the columns."""

EXERCISE = "ps2-fool"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def forged_jvp(x, x_dot):
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]]) + 0.005 * np.array([[1, -1], [1, -1]])
    return target(x), M @ x_dot


def forged_vjp(x):
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]]) + 0.005 * np.array([[1, -1], [1, -1]])
    return target(x), lambda y_bar: M.T @ y_bar
'''
