"""Takes the trees apart by recursion."""

EXERCISE = "ps5-jvp"
SCORE = 2.0
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)

    def join(x, x_dot, level):
        if isinstance(x, dict):
            return {key: join(x[key], x_dot[key], level) for key in x}
        if isinstance(x, tuple | list):
            return type(x)(join(*pair, level) for pair in zip(x, x_dot))
        return Dual(x, x_dot, level)

    def half(y, k):
        if isinstance(y, dict):
            return {key: half(y[key], k) for key in y}
        if isinstance(y, tuple | list):
            return type(y)(half(part, k) for part in y)
        if isinstance(y, Dual) and y.level == level:
            return (y.primal, y.tangent)[k]
        return (y, np.zeros_like(y))[k]

    with new_level() as level:
        y = f(*join(primals, tangents, level))
    return half(y, 0), half(y, 1)
"""
