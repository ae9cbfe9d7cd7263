"""The last contribution overwrites the others."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    for i, x_dot in enumerate(tangents):
        if x_dot is not None:
            y_dot = rule.jvp[i](x_dot, y, *primals)
    return y, y_dot
"""
