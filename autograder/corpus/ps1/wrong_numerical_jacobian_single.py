"""Keeps single precision, in which the step is lost."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x)
    if x.dtype.kind != "f":
        x = x.astype(float)
    h = 1e-6
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        change = np.asarray(f(x + step)) - np.asarray(f(x - step))
        columns.append(change / (2 * h))
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)
"""
