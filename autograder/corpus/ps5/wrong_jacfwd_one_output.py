"""Every block is that of the first output."""

EXERCISE = "ps5-jacfwd"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jacfwd(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        shapes = [shape_of(x) for x in flatten(xs)[0]]
        y, f_jvp = linearize(g, *xs)
        columns = [
            [flatten(f_jvp(*one_hot))[0] for one_hot in one_hots]
            for one_hots in basis(xs)
        ]

        def block(i, j):
            block = np.stack([leaves[0] for leaves in columns[j]], axis=-1)
            return np.reshape(block, block.shape[:-1] + shapes[j])

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
