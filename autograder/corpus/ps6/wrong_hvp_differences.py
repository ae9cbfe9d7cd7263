"""One central difference of the gradient."""

EXERCISE = "ps6-hvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    (x,), (v,) = primals, tangents
    h = 1e-4
    return (grad(f)(x + h * v) - grad(f)(x - h * v)) / (2 * h)
"""
