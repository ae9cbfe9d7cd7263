"""Moves the axis of the columns behind the others at the end."""

EXERCISE = "ps5-jacfwd"
SCORE = 2.0
ANSWER = """
def jacfwd(f, argnums=0):
    def jacobian(*arguments, **keywords):
        g, xs = select(f, argnums, arguments, keywords)
        y, push_forward = linearize(g, *xs)
        leaves, structure = flatten(xs)

        def block(i, j):
            columns = []
            for index in np.ndindex(shape_of(leaves[j])):
                x_dots = [np.zeros(shape_of(x)) for x in leaves]
                x_dots[j][index] = 1.0
                x_dots = [x_dot if x_dot.ndim else 1.0 * x_dot[()]
                          for x_dot in x_dots]
                pushed = push_forward(*unflatten(structure, x_dots))
                columns.append(flatten(pushed)[0][i])
            J = np.stack(columns)
            rest = J.reshape(*shape_of(leaves[j]), *J.shape[1:])
            n = len(shape_of(leaves[j]))
            return np.moveaxis(rest, range(n), range(-n, 0))

        return nest(y, xs[0] if isinstance(argnums, int) else xs, block)

    return jacobian
"""
