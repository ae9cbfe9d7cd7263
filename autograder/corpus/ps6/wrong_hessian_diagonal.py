"""Only the second derivative in each variable."""

EXERCISE = "ps6-hessian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def hessian(f):
    def evaluate(x):
        full = jacfwd(grad(f))(x)
        return full * np.eye(np.size(x)).reshape(full.shape)

    return evaluate
"""
