"""Pairs the cotangents with one JVP a column."""

EXERCISE = "ps2-toy-vjp"
SCORE = 2.0
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    x_bar = np.zeros(len(x))
    for j in range(len(x)):
        y_dot = np.zeros(len(x))
        y_dot[j] = 2 * x[j]
        z_dot = np.cos(x**2) * y_dot
        x_bar[j] = u_bar @ (y_dot + z_dot) + t_bar @ (A @ z_dot)
    return x_bar
'''
