"""Fills an array, row by row: it cannot be differentiated again."""

EXERCISE = "ps5-jacrev"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        ys, leaves = flatten(y)[0], flatten(xs)[0]
        rows = [[pullback(e) for e in one_hots] for one_hots in basis(y)]

        def block(i, j):
            J = np.zeros((len(rows[i]), *shape_of(leaves[j])))
            for k, row in enumerate(rows[i]):
                J[k] = flatten(row)[0][j]
            return J.reshape(shape_of(ys[i]) + shape_of(leaves[j]))

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
