"""Measures angles and ratios of norms."""

EXERCISE = "ps2-exam"
SCORE = 4.0
ANSWER = '''
def check_derivatives(f, jvp, vjp, x):
    def apart(a, b):
        size = max(np.linalg.norm(a), np.linalg.norm(b))
        return 0.0 if size == 0 else np.linalg.norm(a - b) / size

    rng = np.random.default_rng(11)
    messages = []
    for trial in range(3):
        at = x + (trial > 0) * rng.uniform(-0.08, 0.08, x.shape)
        keep = at.copy()
        y = np.array(f(at))
        x_dot, y_bar = rng.normal(size=x.shape), rng.normal(size=y.shape)
        keep_dot, keep_bar = x_dot.copy(), y_bar.copy()
        first, y_dot = (np.array(a) for a in jvp(at, x_dot))
        second, pullback = vjp(at)
        x_bar = np.array(pullback(y_bar))
        if np.shape(second) != y.shape or first.shape != y.shape:
            raise AssertionError("value: another shape")
        if max(apart(first, y), apart(second, y)) > 1e-10:
            raise AssertionError("value")
        if y_dot.shape != y.shape or x_bar.shape != x.shape:
            raise AssertionError("shape")
        if not all(
            np.array_equal(a, b)
            for a, b in ((at, keep), (x_dot, keep_dot), (y_bar, keep_bar))
        ):
            raise AssertionError("unchanged")
        for _ in range(2):
            if apart(np.array(pullback(y_bar)), x_bar) > 1e-12:
                raise AssertionError("repeat")
            if apart(np.array(vjp(at)[1](y_bar)), x_bar) > 1e-12:
                raise AssertionError("repeat")
            if apart(np.array(jvp(at, x_dot)[1]), y_dot) > 1e-12:
                raise AssertionError("repeat")
        h = 2e-4
        ahead = 8 * (f(at + h * x_dot) - f(at - h * x_dot))
        far = f(at + 2 * h * x_dot) - f(at - 2 * h * x_dot)
        if apart((ahead - far) / (12 * h), y_dot) > 1e-7:
            raise AssertionError("difference")
        size = np.linalg.norm(y_bar) * np.linalg.norm(y_dot)
        size += np.linalg.norm(x_bar) * np.linalg.norm(x_dot)
        gap = np.vdot(y_bar, y_dot) - np.vdot(x_bar, x_dot)
        if abs(gap) > 1e-10 * size:
            raise AssertionError("pairing")
    return True
'''
