"""The result is what the last line found."""

EXERCISE = "ps5-linearize"
SCORE = 1.0
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
            for i, k in places:
                arguments[i] = known[k]
            known.append(function(*arguments))
        return unflatten(structure, known[-len(outputs) :])

    return y, f_jvp
"""
