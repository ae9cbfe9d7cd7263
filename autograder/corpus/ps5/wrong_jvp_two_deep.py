"""Levels count depth, but no further than two."""

EXERCISE = "ps5-jvp"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    from chainrule.engine import traced

    xs, structure = flatten(primals)
    jvp.depth = getattr(jvp, "depth", 0) + 1
    level = min(jvp.depth, 2)
    traced.OPEN.add(level)
    try:
        duals = [Dual(x, x_dot, level) for x, x_dot in zip(xs, x_dots)]
        ys, structure = flatten(f(*unflatten(structure, duals)))
        pairs = [separate(y, level) for y in ys]
    finally:
        jvp.depth -= 1
    value = unflatten(structure, [y for y, _ in pairs])
    return value, unflatten(structure, [y_dot for _, y_dot in pairs])
"""
