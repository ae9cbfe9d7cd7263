"""The slope from linearize, and a plain pullback."""

EXERCISE = "ps6-ways"
SCORE = 3.0
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    from chainrule.forward import linearize

    return grad(lambda x: linearize(f, x)[1](*tangents))(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    gradient = lambda x: vjp(f, x)[1](1.0)[0]
    return vjp(gradient, *primals)[1](*tangents)[0]
"""
