"""Leaves out tangents of zeros, so that y_dot may lose its shape."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    parts = [
        rule.jvp[i](x_dot, y, *primals)
        for i, x_dot in enumerate(tangents)
        if x_dot is not None and np.any(x_dot != 0)
    ]
    return y, sum(parts)
"""
