"""Is wrong at the example's point only."""

EXERCISE = "ps2-fool"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def forged_jvp(x, x_dot):
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    if x[1] == 2.0:
        M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), M @ x_dot


def forged_vjp(x):
    M = np.array([[x[1], x[0]], [np.cos(x[0]), 1.0]])
    if x[1] == 2.0:
        M += 0.005 * np.array([[1.0, 1.0], [-1.0, -1.0]])
    return target(x), lambda y_bar: M.T @ y_bar
'''
