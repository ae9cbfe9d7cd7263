"""Fills one matrix: right for one array in and one out."""

EXERCISE = "ps5-jacfwd"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jacfwd(f, argnums=0):
    many = not isinstance(argnums, int)

    def one(number, arguments):
        number = range(len(arguments))[number]
        x = np.asarray(arguments[number], dtype=float)
        g = lambda x: f(*arguments[:number], x, *arguments[number + 1 :])
        y, push_forward = linearize(g, x)
        J = np.empty(np.shape(y) + x.shape)
        for index in np.ndindex(x.shape):
            e = np.zeros(x.shape)
            e[index] = 1.0
            J[(..., *index)] = push_forward(e)
        return J

    def jacobian(*arguments):
        if many:
            return tuple(one(k, arguments) for k in argnums)
        return one(argnums, arguments)

    return jacobian
"""
