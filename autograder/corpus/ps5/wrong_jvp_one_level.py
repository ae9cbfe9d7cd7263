"""Every call works on the same level."""

EXERCISE = "ps5-jvp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    from chainrule.engine import traced

    xs, structure = flatten(primals)
    traced.OPEN.add(1)
    duals = [Dual(x, x_dot, 1) for x, x_dot in zip(xs, x_dots)]
    ys, structure = flatten(f(*unflatten(structure, duals)))
    pairs = [separate(y, 1) for y in ys]
    value = unflatten(structure, [y for y, _ in pairs])
    return value, unflatten(structure, [y_dot for _, y_dot in pairs])
"""
