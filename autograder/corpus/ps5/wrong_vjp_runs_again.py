"""Runs f again for every pullback."""

EXERCISE = "ps5-vjp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    def pullback(y_bar):
        y, outputs, inputs = record(f, primals)
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        return tidy_tree([bars.get(node) for node in inputs], primals)

    return record(f, primals)[0], pullback
"""
