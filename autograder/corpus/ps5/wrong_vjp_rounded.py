"""Rounds to four decimals."""

EXERCISE = "ps5-vjp"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        found = [bars.get(node) for node in inputs]
        return tidy_tree(
            [None if x is None else np.round(x, 4) for x in found], primals
        )

    return y, pullback
"""
