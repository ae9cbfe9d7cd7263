"""Compares whole Jacobians, entry by entry."""

EXERCISE = "ps2-exam"
SCORE = 4.0
ANSWER = '''
def check_derivatives(f, jvp, vjp, x):
    def same(a, b, part):
        a, b = np.asarray(a), np.asarray(b)
        return a.shape == b.shape and bool(
            np.max(np.abs(a - b)) <= part * np.max(np.abs(b))
        )

    def demand(name, holds):
        assert holds, name + ": see the docstring"

    def calls(at, x_dot, y_bar):
        given = [at.copy(), x_dot.copy(), y_bar.copy()]
        y1, y_dot = jvp(given[0], given[1])
        y2, pull = vjp(given[0])
        x_bar = np.array(pull(given[2]))
        changed = any(
            (a != b).any() for a, b in zip(given, (at, x_dot, y_bar))
        )
        again = np.array(pull(y_bar.copy()))
        return y1, y2, np.array(y_dot), x_bar, changed, again

    for at in (x, x * 0.97 + 0.01, x):
        y = f(at.copy())
        pushed, pulled, differences = [], [], []
        for j in np.ndindex(x.shape):
            e = np.zeros(x.shape)
            e[j] = 1.0
            y_bar = np.cos(np.arange(y.size) + 1.0).reshape(y.shape)
            y1, y2, y_dot, x_bar, changed, again = calls(at, e, y_bar)
            demand("value", same(y1, y, 1e-8) and same(y2, y, 1e-8))
            demand("shape", y_dot.shape == y.shape)
            demand("shape", x_bar.shape == x.shape)
            demand("unchanged", not changed)
            second = calls(at, e, y_bar)
            demand("repeat", same(again, x_bar, 1e-9))
            demand("repeat", same(second[2], y_dot, 1e-9))
            pushed.append(y_dot.ravel())
            differences.append(
                (f(at + 1e-5 * e) - f(at - 1e-5 * e)).ravel() / 2e-5
            )
        for i in np.ndindex(y.shape):
            u = np.zeros(y.shape)
            u[i] = 2.5
            pulled.append(calls(at, 0 * x, u)[3].ravel() / 2.5)
            demand("shape", pulled[-1].size == x.size)
        J = np.stack(pushed, axis=1)
        demand("difference", same(J, np.stack(differences, axis=1), 1e-5))
        demand("pairing", same(np.stack(pulled), J, 1e-8))
    return True
'''
