"""Looks up inputs that are not there."""

EXERCISE = "ps5-vjp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        return tidy_tree([bars[node] for node in inputs], primals)

    return y, pullback
"""
