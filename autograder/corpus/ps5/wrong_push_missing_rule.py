"""Pairs rules with tangents, and drops those for which no rule is left."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    pairs = zip(rule.jvp, tangents)
    parts = [r(x_dot, y, *primals) for r, x_dot in pairs if x_dot is not None]
    return y, sum(parts)
"""
