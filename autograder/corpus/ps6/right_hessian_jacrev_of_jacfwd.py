"""Reverse over forward."""

EXERCISE = "ps6-hessian"
SCORE = 1.0
ANSWER = """
def hessian(f):
    from chainrule.reverse import jacrev

    return jacrev(jacfwd(f))
"""
