"""Two walks over the outputs, one for each half."""

EXERCISE = "ps5-jvp"
SCORE = 2.0
ANSWER = """
def jvp(f, primals, tangents):
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    with new_level() as level:
        duals = list(map(Dual, xs, x_dots, [level] * len(xs)))
        outputs, structure = flatten(f(*unflatten(structure, duals)))
    return tuple(
        unflatten(structure, [separate(y, level)[half] for y in outputs])
        for half in (0, 1)
    )
"""
