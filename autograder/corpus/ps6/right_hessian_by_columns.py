"""One product for each input."""

EXERCISE = "ps6-hessian"
SCORE = 1.0
ANSWER = """
def hessian(f):
    def evaluate(x):
        x = np.asarray(x, dtype=float)
        columns = [
            jvp(grad(f), (x,), (e.reshape(x.shape),))[1]
            for e in np.eye(x.size)
        ]
        return np.stack(columns, axis=-1).reshape(x.shape + x.shape)

    return evaluate
"""
