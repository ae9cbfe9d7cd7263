"""Right value, but the caller's cotangent is z_bar."""

EXERCISE = "ps2-toy-vjp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    y_bar, z_bar = u_bar.copy(), u_bar
    z_bar += A.T @ t_bar
    y_bar += np.cos(x**2) * z_bar
    return 2 * x * y_bar
'''
