"""Only the first array gets its tangent."""

EXERCISE = "ps5-jvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    with new_level() as level:
        duals = [Dual(xs[0], x_dots[0], level), *xs[1:]]
        ys, structure = flatten(f(*unflatten(structure, duals)))
    pairs = [separate(y, level) for y in ys]
    value = unflatten(structure, [y for y, _ in pairs])
    return value, unflatten(structure, [y_dot for _, y_dot in pairs])
"""
