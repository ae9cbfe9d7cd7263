"""Adds into an array that may be somebody's tangent."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    parts = [
        rule.jvp[i](x_dot, y, *primals)
        for i, x_dot in enumerate(tangents)
        if x_dot is not None
    ]
    y_dot = parts[0]
    for part in parts[1:]:
        y_dot += part
    return y, y_dot
"""
