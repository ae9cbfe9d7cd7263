"""Flattens the point, and the result."""

EXERCISE = "ps6-hessian"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def hessian(f):
    def evaluate(x):
        x = np.asarray(x)
        flat = lambda v: f(np.reshape(v, x.shape))
        return jacfwd(grad(flat))(np.ravel(x))

    return evaluate
"""
