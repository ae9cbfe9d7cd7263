"""Sorts the numbers of the arguments."""

EXERCISE = "ps5-jacfwd"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def jacfwd(f, argnums=0):
    def jacobian(*arguments, **keywords):
        several = isinstance(argnums, tuple)
        numbers = tuple(sorted(argnums)) if several else argnums
        g, xs = select(f, numbers, arguments, keywords)
        shapes = [shape_of(x) for x in flatten(xs)[0]]
        y, f_jvp = linearize(g, *xs)
        columns = [
            [flatten(f_jvp(*one_hot))[0] for one_hot in one_hots]
            for one_hots in basis(xs)
        ]

        def block(i, j):
            pushed = [leaves[i] for leaves in columns[j]]
            block = np.stack(pushed, axis=-1)
            return np.reshape(block, np.shape(pushed[0]) + shapes[j])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
