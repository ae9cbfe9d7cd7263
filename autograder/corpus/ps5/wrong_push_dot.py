"""Adds the contributions by np.dot, which only does so for vectors."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    parts = [
        rule.jvp[i](tangents[i], y, *primals)
        for i in range(len(primals))
        if tangents[i] is not None
    ]
    if len(parts) == 1:
        return y, parts[0]
    return y, np.dot(np.ones(len(parts)), np.stack(parts))
"""
