"""Forms the matrix while x is small."""

EXERCISE = "ps6-ways"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    (x,), (v,) = primals, tangents
    if isinstance(x, tuple) or x.size > 32:
        return vjp(grad(f), x)[1](v)[0]
    J = hessian(f)(x)
    return np.tensordot(v, J, x.ndim)
"""
