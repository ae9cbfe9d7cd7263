"""Each under the other's name."""

EXERCISE = "ps6-ways"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_reverse(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_forward(f, primals, tangents):
    _, pullback = vjp(grad(f), *primals)
    return pullback(*tangents)[0]
"""
