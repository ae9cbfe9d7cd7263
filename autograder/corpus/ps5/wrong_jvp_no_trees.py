"""Makes one dual number of each argument, whatever it holds."""

EXERCISE = "ps5-jvp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def jvp(f, primals, tangents):
    with new_level() as level:
        duals = [Dual(x, x_dot, level) for x, x_dot in zip(primals, tangents)]
        ys, structure = flatten(f(*duals))
    pairs = [separate(y, level) for y in ys]
    value = unflatten(structure, [y for y, _ in pairs])
    return value, unflatten(structure, [y_dot for _, y_dot in pairs])
"""
