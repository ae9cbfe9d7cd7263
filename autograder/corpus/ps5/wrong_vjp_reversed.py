"""Returns the cotangents in the order of the sweep."""

EXERCISE = "ps5-vjp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        return tidy_tree([bars.get(node) for node in inputs][::-1], primals)

    return y, pullback
"""
