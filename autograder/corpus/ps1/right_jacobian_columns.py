"""Complex steps, one column for each input."""

EXERCISE = "ps1-jacobian"
SCORE = 2.0
ANSWER = """
def jacobian(x):
    def F(x):
        return np.array([x[0] * x[1] ** 2, x[0] * x[1]])

    columns = [F(x + 1e-30j * e).imag / 1e-30 for e in np.eye(2)]
    return np.stack(columns, axis=1)
"""
