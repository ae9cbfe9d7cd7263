"""Forward differences with a small step that will still do."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 3.0
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    h = 1e-10
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        change = np.asarray(f(x + step)) - np.asarray(f(x))
        columns.append(change / h)
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)
"""
