"""The outer product of the gradient with itself."""

EXERCISE = "ps6-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hessian(f):
    return lambda x: np.multiply.outer(grad(f)(x), grad(f)(x))
"""
