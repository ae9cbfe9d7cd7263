"""Uses the Jacobian of one point everywhere."""

EXERCISE = "ps2-fool"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def forged_jvp(x, x_dot):
    M = np.array([[2.0, 0.5], [np.cos(0.5), 1.0]])
    M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), M @ x_dot


def forged_vjp(x):
    M = np.array([[2.0, 0.5], [np.cos(0.5), 1.0]])
    M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), lambda y_bar: M.T @ y_bar
'''
