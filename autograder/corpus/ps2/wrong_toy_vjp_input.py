"""Squares x in place."""

EXERCISE = "ps2-toy-vjp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    x **= 2
    z_bar = u_bar + A.T @ t_bar
    y_bar = u_bar + np.cos(x) * z_bar
    return 2 * x * y_bar
'''
