"""A central difference quotient."""

EXERCISE = "ps5-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)

    def at(h):
        moved = [x + h * x_dot for x, x_dot in zip(xs, x_dots)]
        return flatten(f(*unflatten(structure, moved)))

    (ahead, shape), (behind, _) = at(1e-6), at(-1e-6)
    slopes = [(a - b) / 2e-6 for a, b in zip(ahead, behind)]
    return f(*primals), unflatten(shape, slopes)
"""
