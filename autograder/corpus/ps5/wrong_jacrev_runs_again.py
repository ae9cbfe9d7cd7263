"""Runs f again for every row."""

EXERCISE = "ps5-jacrev"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, _ = vjp(g, *xs)
        ys = flatten(y)[0]
        rows = [
            [flatten(vjp(g, *xs)[1](e))[0] for e in one_hots]
            for one_hots in basis(y)
        ]

        def block(i, j):
            J = np.stack([leaves[j] for leaves in rows[i]])
            return np.reshape(J, shape_of(ys[i]) + J.shape[1:])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
