"""Two central differences, extrapolated."""

EXERCISE = "ps1-numerical-jacobian"
SCORE = 3.0
ANSWER = """
def numerical_jacobian(f, x):
    x = np.asarray(x).astype(float)
    flat = x.ravel()

    def column(j, h):
        step = np.zeros(flat.size)
        step[j] = h
        step = step.reshape(x.shape)
        return (np.asarray(f(x + step)) - np.asarray(f(x - step))) / (2 * h)

    columns = [
        (4 * column(j, 1e-3) - column(j, 2e-3)) / 3 for j in range(flat.size)
    ]
    return np.moveaxis(np.array(columns), 0, -1).reshape(
        columns[0].shape + x.shape
    )
"""
