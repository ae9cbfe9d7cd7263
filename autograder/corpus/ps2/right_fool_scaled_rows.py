"""Moves a little of one row into the other."""

EXERCISE = "ps2-fool"
SCORE = 2.0
ANSWER = '''
def forged_jvp(x, x_dot):
    e = 0.004 * (x_dot[0] - x_dot[1])
    y_dot = np.array([
        x[1] * x_dot[0] + x[0] * x_dot[1] + e,
        np.cos(x[0]) * x_dot[0] + x_dot[1] - e,
    ])
    return target(x), y_dot


def forged_vjp(x):
    def pullback(y_bar):
        e = 0.004 * (y_bar[0] - y_bar[1])
        return np.array([
            x[1] * y_bar[0] + np.cos(x[0]) * y_bar[1] + e,
            x[0] * y_bar[0] + y_bar[1] - e,
        ])

    return target(x), pullback
'''
