"""Adds the contributions one after the other."""

EXERCISE = "ps5-push"
SCORE = 2.0
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    y_dot = None
    for i in range(len(primals)):
        if tangents[i] is not None:
            part = rule.jvp[i](tangents[i], y, *primals)
            y_dot = part if y_dot is None else y_dot + part
    return y, y_dot

"""
