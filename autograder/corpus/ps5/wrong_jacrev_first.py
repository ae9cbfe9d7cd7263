"""Returns the block of the first argument for each one."""

EXERCISE = "ps5-jacrev"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys = flatten(y)[0]
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            J = np.stack([flatten(row)[0][0] for row in rows[i]])
            return np.reshape(J, shape_of(ys[i]) + J.shape[1:])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
