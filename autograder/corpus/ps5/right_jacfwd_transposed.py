"""Ravels the columns, joins them as rows, and transposes once."""

EXERCISE = "ps5-jacfwd"
SCORE = 2.0
ANSWER = """
def jacfwd(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y, push_forward = linearize(g, *xs)
        ys, leaves = flatten(y)[0], flatten(xs)[0]
        pushed = [
            [flatten(push_forward(*e))[0] for e in es] for es in basis(xs)
        ]

        def block(i, j):
            rows = np.stack([np.ravel(column[i]) for column in pushed[j]])
            return np.reshape(rows.T, shape_of(ys[i]) + shape_of(leaves[j]))

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
