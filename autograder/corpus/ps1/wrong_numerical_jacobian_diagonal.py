"""Moves all inputs at once."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    change = (np.asarray(f(x + 1e-6)) - np.asarray(f(x - 1e-6))) / 2e-6
    return np.ones(change.shape + x.shape) * change.reshape(
        change.shape + (1,) * x.ndim
    )
"""
