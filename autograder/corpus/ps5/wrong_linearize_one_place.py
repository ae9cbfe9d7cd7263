"""Each line takes one tangent."""

EXERCISE = "ps5-linearize"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)
    outputs, structure = flatten(y_dot)

    def f_jvp(*tangents):
        known = matched(tangents, primals, "tangent", "primal")
        for function, arguments, places in lines[len(known) :]:
            arguments = list(arguments)
            i, k = places[0]
            arguments[i] = known[k]
            known.append(function(*arguments))
        return unflatten(
            structure,
            [
                known[z.number] if isinstance(z, Unknown) else z
                for z in outputs
            ],
        )

    return y, f_jvp
"""
