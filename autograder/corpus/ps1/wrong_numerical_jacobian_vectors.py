"""Flattens the output, so matrices come back as vectors."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    if x.shape == ():
        return (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 1e-6
        change = np.ravel(f(x + step)) - np.ravel(f(x - step))
        columns.append(change / 2e-6)
    return np.stack(columns, axis=-1).reshape(-1, *x.shape)
"""
