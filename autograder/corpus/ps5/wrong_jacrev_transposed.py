"""Stacks the rows as columns."""

EXERCISE = "ps5-jacrev"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys = flatten(y)[0]
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            J = np.stack([flatten(row)[0][j] for row in rows[i]], axis=-1)
            return np.reshape(J, J.shape[:-1] + shape_of(ys[i]))

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
