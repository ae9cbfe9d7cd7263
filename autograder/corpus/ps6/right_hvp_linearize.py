"""The linear map of the gradient, applied once."""

EXERCISE = "ps6-hvp"
SCORE = 2.0
ANSWER = """
def hvp(f, primals, tangents):
    from chainrule.forward import linearize

    return linearize(grad(f), *primals)[1](*tangents)
"""
