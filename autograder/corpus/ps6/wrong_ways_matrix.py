"""Forms the matrix for the second one."""

EXERCISE = "ps6-ways"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def hvp_reverse_over_forward(f, primals, tangents):
    return grad(lambda x: jvp(f, (x,), tangents)[1])(*primals)


def hvp_reverse_over_reverse(f, primals, tangents):
    (x,), (v,) = primals, tangents
    if isinstance(x, tuple):
        return hvp(f, primals, tangents)
    J = hessian(f)(x)
    return np.tensordot(v, J, x.ndim)
"""
