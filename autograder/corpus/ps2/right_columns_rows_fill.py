"""Fills an array entry by entry of the seed."""

EXERCISE = "ps2-columns-rows"
SCORE = 2.0
ANSWER = '''
def jacobian_by_columns(jvp, x):
    J = None
    for j in range(x.size):
        seed = np.zeros_like(x)
        seed[j] = 1.0
        y, y_dot = jvp(x, seed)
        if J is None:
            J = np.empty((len(y), len(x)))
        J[:, j] = y_dot
    return J


def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    J = np.empty((len(y), len(x)))
    for i in range(len(y)):
        seed = np.zeros_like(y)
        seed[i] = 1.0
        J[i] = pullback(seed)
    return J
'''
