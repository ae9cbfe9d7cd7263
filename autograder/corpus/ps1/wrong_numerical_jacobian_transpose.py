"""Stacks the columns as rows."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    h = 1e-6
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        change = np.asarray(f(x + step)) - np.asarray(f(x - step))
        columns.append(change / (2 * h))
    return np.stack(columns, axis=0)
"""
