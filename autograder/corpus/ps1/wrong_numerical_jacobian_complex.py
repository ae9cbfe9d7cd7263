"""Uses the complex step, which lies about abs and norms."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 2.0
PASSES_VISIBLE = True
ANSWER = """
def numerical_jacobian(f, x):
    x = np.array(x, dtype=float)
    columns = []
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape, dtype=complex)
        step[index] = 1e-20j
        columns.append(np.imag(f(x + step)) / 1e-20)
    return np.stack(columns, axis=-1).reshape(columns[0].shape + x.shape)
"""
