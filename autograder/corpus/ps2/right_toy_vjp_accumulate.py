"""Starts from zeros and adds every share in place."""

EXERCISE = "ps2-toy-vjp"
SCORE = 2.0
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    y_bar, z_bar, x_bar = np.zeros((3, len(x)))
    z_bar += t_bar @ A
    y_bar += u_bar
    z_bar += u_bar
    y_bar += z_bar * np.cos(x**2)
    x_bar += y_bar * 2 * x
    return x_bar
'''
