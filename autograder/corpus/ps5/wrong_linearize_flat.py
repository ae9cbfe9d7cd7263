"""Outputs are one array, or a flat tuple."""

EXERCISE = "ps5-linearize"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)

    def f_jvp(*tangents):
        known = matched(tangents, primals, "tangent", "primal")
        for function, arguments, places in lines[len(known) :]:
            arguments = list(arguments)
            for i, k in places:
                arguments[i] = known[k]
            known.append(function(*arguments))
        find = lambda z: known[z.number] if isinstance(z, Unknown) else z
        return tuple(map(find, y_dot)) if type(y_dot) is tuple else find(y_dot)

    return y, f_jvp
"""
