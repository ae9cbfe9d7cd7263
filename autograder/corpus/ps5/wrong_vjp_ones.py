"""Starts with ones."""

EXERCISE = "ps5-vjp"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, [np.ones_like(b) for b in flatten(y)[0]])
        return tidy_tree([bars.get(node) for node in inputs], primals)

    return y, pullback
"""
