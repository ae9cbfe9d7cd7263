"""Evaluates the primitive for each contribution."""

EXERCISE = "ps5-push"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    parts = [
        rule.jvp[i](x_dot, rule.function(*primals), *primals)
        for i, x_dot in enumerate(tangents)
        if x_dot is not None
    ]
    return rule.function(*primals), sum(parts)
"""
