"""One jvp for each column."""

EXERCISE = "ps5-jacfwd"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jacfwd(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y = g(*xs)
        pushed = [
            [flatten(jvp(g, xs, e)[1])[0] for e in es] for es in basis(xs)
        ]

        def block(i, j):
            shape = shape_of(flatten(xs)[0][j])
            rows = np.stack([np.ravel(column[i]) for column in pushed[j]])
            return np.reshape(rows.T, shape_of(flatten(y)[0][i]) + shape)

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
