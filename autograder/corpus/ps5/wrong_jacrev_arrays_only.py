"""Knows single arrays as outputs, and no trees."""

EXERCISE = "ps5-jacrev"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def jacrev(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)

        y, pullback = vjp(g, *xs)
        size = int(np.prod(shape_of(y)))
        eye = np.eye(size).reshape(size, *shape_of(y))
        rows = [pullback(np.float64(e) if e.ndim == 0 else e) for e in eye]

        def block(j):
            J = np.stack([row[j] for row in rows])
            return np.reshape(J, shape_of(y) + J.shape[1:])

        if isinstance(argnums, int):
            return block(0)
        return tuple(block(j) for j in range(len(xs)))

    return jacobian
"""
