"""Pulls ones back, whatever the tangent."""

EXERCISE = "ps6-ways"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    y, pullback = vjp(grad(f), *primals)
    return pullback(0 * y + 1 if not isinstance(y, tuple) else y)[0]
"""
