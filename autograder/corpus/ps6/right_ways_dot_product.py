"""The gradient of the gradient's product with v."""

EXERCISE = "ps6-ways"
SCORE = 3.0
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    _, pullback = vjp(lambda x: jvp(f, (x,), tangents)[1], *primals)
    return pullback(np.ones(()))[0]


def hvp_reverse_over_reverse(f, primals, tangents):
    def dot(u, v):
        if isinstance(u, tuple | list):
            return sum(dot(a, b) for a, b in zip(u, v))
        return np.sum(u * v)

    return grad(lambda x: dot(grad(f)(x), tangents[0]))(*primals)
"""
