"""Pairs two gradients by np.dot, which does so for vectors alone."""

EXERCISE = "ps6-ways"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    (x,), (v,) = primals, tangents
    if isinstance(x, tuple):
        return vjp(grad(f), x)[1](v)[0]
    return grad(lambda x: np.sum(np.dot(grad(f)(x), v.T)))(x)
"""
