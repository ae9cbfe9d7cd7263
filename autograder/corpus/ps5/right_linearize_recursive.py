"""Asks for the outputs, and does the lines that they need."""

EXERCISE = "ps5-linearize"
SCORE = 2.0
ANSWER = """
def linearize(f, *primals):
    x_dots, lines = unknowns(primals)
    y, y_dot = jvp(f, primals, x_dots)
    outputs, structure = flatten(y_dot)

    def evaluate(number, known):
        if number in known:
            return known[number]
        function, arguments, places = lines[number]
        arguments = list(arguments)
        for i, k in places:
            arguments[i] = evaluate(k, known)
        known[number] = function(*arguments)
        return known[number]

    def f_jvp(*tangents):
        known = dict(enumerate(flatten(tangents)[0]))
        found = []
        for z in outputs:
            moves = isinstance(z, Unknown)
            found.append(evaluate(z.number, known) if moves else z)
        return unflatten(structure, found)

    return y, f_jvp
"""
