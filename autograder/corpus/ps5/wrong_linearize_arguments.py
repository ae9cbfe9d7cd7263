"""Takes every argument for one array."""

EXERCISE = "ps5-linearize"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)
    outputs, structure = flatten(y_dot)

    def f_jvp(*tangents):
        known = list(tangents)
        for function, arguments, places in lines[len(known) :]:
            arguments = list(arguments)
            for i, k in places:
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
