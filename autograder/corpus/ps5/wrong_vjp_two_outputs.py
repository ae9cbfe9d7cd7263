"""Uses the first two outputs alone."""

EXERCISE = "ps5-vjp"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        y_bars = matched(y_bar, y, "cotangent", "output")
        bars = backward(outputs[:2], y_bars[:2])
        return tidy_tree([bars.get(node) for node in inputs], primals)

    return y, pullback
"""
