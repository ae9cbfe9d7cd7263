"""Multiplies with @, which is right for vectors alone."""

EXERCISE = "ps6-ways"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    return grad(lambda x: grad(f)(x) @ tangents[0])(*primals)
"""
