"""What the first call found is kept for the others."""

EXERCISE = "ps5-linearize"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)
    outputs, structure = flatten(y_dot)
    known = []

    def f_jvp(*tangents):
        known.extend(matched(tangents, primals, "tangent", "primal"))
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
