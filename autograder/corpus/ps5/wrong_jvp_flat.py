"""Outputs are one array, or one flat tuple of arrays."""

EXERCISE = "ps5-jvp"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    with new_level() as level:
        duals = [Dual(x, x_dot, level) for x, x_dot in zip(xs, x_dots)]
        y = f(*unflatten(structure, duals))
    if not isinstance(y, tuple | list):
        return separate(y, level)
    pairs = [separate(part, level) for part in y]
    return tuple(y for y, _ in pairs), tuple(y_dot for _, y_dot in pairs)
"""
