"""Keeps the tangents in a dictionary, and changes no line."""

EXERCISE = "ps5-linearize"
SCORE = 2.0
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)
    outputs, structure = flatten(y_dot)

    def f_jvp(*tangents):
        leaves = matched(tangents, primals, "tangent", "primal")
        known = dict(enumerate(leaves))
        for number in range(len(leaves), len(lines)):
            function, arguments, places = lines[number]
            put = dict(places)
            known[number] = function(
                *(
                    known[put[i]] if i in put else argument
                    for i, argument in enumerate(arguments)
                )
            )
        return unflatten(
            structure,
            [
                known[z.number] if isinstance(z, Unknown) else z
                for z in outputs
            ],
        )

    return y, f_jvp
"""
