"""Returns the tangent without the value."""

EXERCISE = "ps5-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    with new_level() as level:
        duals = [Dual(x, x_dot, level) for x, x_dot in zip(xs, x_dots)]
        ys, structure = flatten(f(*unflatten(structure, duals)))
    return unflatten(structure, [separate(y, level)[1] for y in ys])
"""
