"""Flattens the result, so a matrix comes back as a vector."""

EXERCISE = "ps1-directional"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def directional_difference(f, x, v, h, method):
    if method == "forward":
        y = np.atleast_1d(f(x + h * v) - f(x)).ravel() / h
        return y if y.size > 1 else y[0]
    if method == "central":
        return (f(x + h * v) - f(x - h * v)) / (2 * h)
    if method == "complex":
        y = np.atleast_1d(f(x + 1j * h * v)).ravel().imag / h
        return y if y.size > 1 else y[0]
    raise ValueError(method)
"""
