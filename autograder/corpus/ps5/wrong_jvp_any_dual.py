"""Takes the tangent of any dual number for its own."""

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
        ys, structure = flatten(f(*unflatten(structure, duals)))
    pairs = [separate(y, getattr(y, "level", level)) for y in ys]
    value = unflatten(structure, [y for y, _ in pairs])
    return value, unflatten(structure, [y_dot for _, y_dot in pairs])
"""
