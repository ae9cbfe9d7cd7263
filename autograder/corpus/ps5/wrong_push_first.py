"""Only the first argument that moves counts."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    for i, x_dot in enumerate(tangents):
        if x_dot is not None:
            return y, rule.jvp[i](x_dot, y, *primals)
"""
