"""Joins the raveled rows, and shapes them once."""

EXERCISE = "ps5-jacrev"
SCORE = 2.0
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys, leaves = flatten(y)[0], flatten(xs)[0]
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            parts = [np.ravel(flatten(row)[0][j]) for row in rows[i]]
            shape = shape_of(ys[i]) + shape_of(leaves[j])
            return np.reshape(np.concatenate(parts), shape)

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
