"""Pushes zeros where nothing moves: there may be no rule."""

EXERCISE = "ps5-push"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    parts = [
        rule.jvp[i](np.zeros_like(x) if x_dot is None else x_dot, y, *primals)
        for i, (x, x_dot) in enumerate(zip(primals, tangents))
    ]
    return y, sum(parts)
"""
