"""Pulls back through the latest run."""

EXERCISE = "ps5-vjp"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
LATEST = {}


def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)
    LATEST["run"] = outputs, inputs

    def pullback(y_bar):
        outputs, inputs = LATEST["run"]
        bars = backward(outputs, matched(y_bar, y, "cotangent", "output"))
        return tidy_tree([bars.get(node) for node in inputs], primals)

    return y, pullback
"""
