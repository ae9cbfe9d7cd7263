"""The gradient of a sum, which is right for a single array."""

EXERCISE = "ps6-ways"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    return grad(lambda x: np.sum(grad(f)(x) * tangents[0]))(*primals)
"""
