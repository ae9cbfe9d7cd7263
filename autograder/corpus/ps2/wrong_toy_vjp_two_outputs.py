"""Uses only two rows of A."""

EXERCISE = "ps2-toy-vjp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents
    z_bar = u_bar + A[0] * t_bar[0] + A[-1] * t_bar[-1]
    return 2 * x * (u_bar + np.cos(x**2) * z_bar)
'''
