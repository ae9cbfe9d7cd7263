"""Steps in place on a copy, with f's two values sharing its memory."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    h = 1e-6
    columns = []
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        ahead = np.asarray(f(x))
        x[index] = old - h
        behind = np.asarray(f(x))
        x[index] = old
        columns.append((ahead - behind) / (2 * h))
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)
"""
