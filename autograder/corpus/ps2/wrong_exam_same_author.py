"""Only the dot-product test: never looks at f."""

EXERCISE = "ps2-exam"
SCORE = 0.8571
PASSES_VISIBLE = False
ANSWER = '''
def check_derivatives(f, jvp, vjp, x):
    rng = np.random.default_rng(0)
    y, pullback = vjp(x)
    x_dot, y_bar = rng.normal(size=x.shape), rng.normal(size=y.shape)
    ahead = np.sum(y_bar * jvp(x, x_dot)[1])
    back = np.sum(pullback(y_bar) * x_dot)
    assert np.isclose(ahead, back), "pairing"
    return True
'''
