"""Returns a vector, whatever the shape of x."""

EXERCISE = "ps6-hvp"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def hvp(f, primals, tangents):
    product = jvp(grad(f), primals, tangents)[1]
    return np.ravel(product) if isinstance(product, np.ndarray) else product
"""
