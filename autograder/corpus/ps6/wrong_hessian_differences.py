"""Central differences of the gradient."""

EXERCISE = "ps6-hessian"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def hessian(f):
    def evaluate(x):
        x = np.asarray(x, dtype=float)
        g, columns = grad(f), []
        for e in 1e-3 * np.eye(x.size):
            e = e.reshape(x.shape)
            columns.append((g(x + e) - g(x - e)) / 2e-3)
        return np.stack(columns, axis=-1).reshape(x.shape + x.shape)

    return evaluate
"""
