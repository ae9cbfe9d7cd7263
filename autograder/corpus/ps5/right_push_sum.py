"""Python's sum starts from 0, which changes nothing."""

EXERCISE = "ps5-push"
SCORE = 2.0
ANSWER = """
def push(rule, primals, tangents):
    y = rule.function(*primals)
    moving = [i for i in range(len(primals)) if tangents[i] is not None]
    return y, sum(rule.jvp[i](tangents[i], y, *primals) for i in moving)
"""
