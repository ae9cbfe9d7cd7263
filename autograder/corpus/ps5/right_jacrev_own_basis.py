"""Makes its one-hot cotangents itself."""

EXERCISE = "ps5-jacrev"
SCORE = 2.0
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys, structure = flatten(y)

        def block(i, j):
            rows = []
            for index in np.ndindex(shape_of(ys[i])):
                bars = [np.zeros(shape_of(other)) for other in ys]
                bars[i][index] = 1.0
                bars = [np.float64(b) if b.ndim == 0 else b for b in bars]
                x_bars = pullback(unflatten(structure, bars))
                rows.append(flatten(x_bars)[0][j])
            rows = np.stack(rows)
            return rows.reshape(shape_of(ys[i]) + rows.shape[1:])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
