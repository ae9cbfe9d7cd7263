"""Counts an output that is listed twice once."""

EXERCISE = "ps5-vjp"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        pairs = dict(zip(outputs, matched(y_bar, y, "cotangent", "output")))
        bars = backward(list(pairs), list(pairs.values()))
        return tidy_tree([bars.get(node) for node in inputs], primals)

    return y, pullback
"""
