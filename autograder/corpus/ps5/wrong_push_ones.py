"""Hands tangents of ones to the rules."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    parts = [
        rule.jvp[i](np.ones_like(x_dot), y, *primals)
        for i, x_dot in enumerate(tangents)
        if x_dot is not None
    ]
    return y, sum(parts)
"""
