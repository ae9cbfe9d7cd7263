"""Takes the rules in order, not by argument."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    moving = [x_dot for x_dot in tangents if x_dot is not None]
    parts = [rule.jvp[i](x_dot, y, *primals) for i, x_dot in enumerate(moving)]
    return y, sum(parts)
"""
