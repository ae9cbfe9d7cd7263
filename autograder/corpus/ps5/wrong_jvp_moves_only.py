"""Expects that every output moves."""

EXERCISE = "ps5-jvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    with new_level() as level:
        duals = [Dual(x, x_dot, level) for x, x_dot in zip(xs, x_dots)]
        ys, structure = flatten(f(*unflatten(structure, duals)))
    value = unflatten(structure, [y.primal for y in ys])
    return value, unflatten(structure, [y.tangent for y in ys])
"""
