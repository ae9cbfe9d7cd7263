"""Forms the matrix while x is small."""

EXERCISE = "ps6-hvp"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def hvp(f, primals, tangents):
    (x,), (v,) = primals, tangents
    if isinstance(x, tuple) or x.size > 32:
        return jvp(grad(f), primals, tangents)[1]
    H = hessian(f)(x)
    return np.sum(H * v, axis=tuple(range(x.ndim, 2 * x.ndim)))
"""
