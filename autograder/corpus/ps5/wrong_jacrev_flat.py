"""Leaves the outputs raveled."""

EXERCISE = "ps5-jacrev"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            return np.stack([flatten(row)[0][j] for row in rows[i]])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
