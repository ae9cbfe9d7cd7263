"""Overwrites the cotangent of z."""

EXERCISE = "ps2-toy-vjp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    y_bar, z_bar = u_bar.copy(), u_bar.copy()
    z_bar = A.T @ t_bar
    y_bar += np.cos(x**2) * z_bar
    return 2 * x * y_bar
'''
