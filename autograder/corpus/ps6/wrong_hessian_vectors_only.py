"""Multiplies the pieces with @, for vectors alone."""

EXERCISE = "ps6-hessian"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def hessian(f):
    def evaluate(x):
        columns = [jvp(grad(f), (x,), (e,))[1] for e in np.eye(len(x))]
        return np.stack(columns, axis=1)

    return evaluate
"""
