"""The complex step: exact, where nothing is compared."""

EXERCISE = "ps5-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    require_tuples(primals=primals, tangents=tangents)
    x_dots = matched(tangents, primals, "tangent", "primal")
    xs, structure = flatten(primals)
    moved = [x + 1e-200j * x_dot for x, x_dot in zip(xs, x_dots)]
    ys, shape = flatten(f(*unflatten(structure, moved)))
    slopes = [np.imag(y) / 1e-200 for y in ys]
    return unflatten(shape, [np.real(y) for y in ys]), unflatten(shape, slopes)
"""
