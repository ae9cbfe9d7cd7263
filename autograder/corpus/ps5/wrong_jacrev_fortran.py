"""Puts the rows of a matrix of outputs back in column order."""

EXERCISE = "ps5-jacrev"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys = flatten(y)[0]
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            J = [flatten(row)[0][j] for row in rows[i]]
            shape = shape_of(ys[i])
            if len(shape) == 2:
                m, n = shape
                J = [J[n * a + b] for b in range(n) for a in range(m)]
            J = np.stack(J)
            return np.reshape(J, shape + J.shape[1:])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
