"""Returns a bare array for a single primal."""

EXERCISE = "ps5-vjp"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        found = tidy_tree([bars.get(node) for node in inputs], primals)
        return found[0] if len(found) == 1 else found

    return y, pullback
"""
