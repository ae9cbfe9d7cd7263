"""Takes the cotangents as they come."""

EXERCISE = "ps5-vjp"
SCORE = 2.0
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, flatten(y_bar)[0])
        return tidy_tree([bars.get(x) for x in inputs], primals)

    return y, quiet(pullback)
"""
