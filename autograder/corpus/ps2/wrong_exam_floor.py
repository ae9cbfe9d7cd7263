"""Relative, but with a floor of 1e-6."""

EXERCISE = "ps2-exam"
SCORE = 3.6667
PASSES_VISIBLE = True
ANSWER = '''
def check_derivatives(f, jvp, vjp, x):
    rng = np.random.default_rng(0)
    close = lambda a, b, part: np.all(abs(a - b) <= part * np.max(abs(b)))
    for at in (x, x + 0.05 * rng.uniform(-1, 1, x.shape)):
        y, x_dot = f(at.copy()), rng.normal(size=x.shape)
        y_bar, h = rng.normal(size=y.shape), 1e-5
        given = [at.copy(), x_dot.copy(), y_bar.copy()]
        (y1, y_dot), (y2, pullback) = jvp(at, x_dot), vjp(at)
        x_bar = np.array(pullback(y_bar))
        require(np.shape(y1) == np.shape(y2) == y.shape, "value")
        require(close(y1, y, 1e-9) and close(y2, y, 1e-9), "value")
        require(np.shape(y_dot) == y.shape, "shape")
        require(x_bar.shape == x.shape, "shape")
        held = zip(given, (at, x_dot, y_bar))
        require(all(np.array_equal(a, b) for a, b in held), "unchanged")
        require(close(jvp(at, x_dot)[1], y_dot, 1e-9), "repeat")
        require(close(pullback(y_bar), x_bar, 1e-9), "repeat")
        require(close(vjp(at)[1](y_bar), x_bar, 1e-9), "repeat")
        quotient = (f(at + h * x_dot) - f(at - h * x_dot)) / (2 * h)
        require(np.all(abs(y_dot - quotient) <= 1e-6 * np.maximum(1, abs(quotient))), "difference")
        ahead, back = np.sum(y_bar * y_dot), np.sum(x_bar * x_dot)
        size = np.sum(abs(y_bar * y_dot)) + np.sum(abs(x_bar * x_dot))
        require(abs(ahead - back) <= 1e-9 * size, "pairing")
    return True
'''
