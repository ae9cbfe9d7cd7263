"""Forms the Hessian."""

EXERCISE = "ps6-hvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    (x,), (x_dot,) = primals, tangents
    H = hessian(f)(x)
    return np.sum(H * x_dot, axis=tuple(range(x.ndim, 2 * x.ndim)))
"""
