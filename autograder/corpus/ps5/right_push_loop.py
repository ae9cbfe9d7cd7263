"""Adds the contributions one after the other."""

EXERCISE = "ps5-push"
SCORE = 2.0
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    y_dot = None
    for slope, x_dot in zip(rule_of_each(rule, primals), tangents):
        if x_dot is not None:
            part = slope(x_dot, y, *primals)
            y_dot = part if y_dot is None else y_dot + part
    return y, y_dot


def rule_of_each(rule, primals):
    return [rule.jvp[i] for i in range(len(primals))]
"""
