"""Divides by the length of the tangent."""

EXERCISE = "ps6-hvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def hvp(f, primals, tangents):
    (v,) = tangents
    product = jvp(grad(f), primals, tangents)[1]
    if isinstance(v, tuple):
        return product
    return product / np.sqrt(np.sum(v * v))
"""
