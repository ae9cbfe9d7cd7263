"""Forgets to divide the imaginary part by h."""

EXERCISE = "ps1-directional"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def directional_difference(f, x, v, h, method):
    if method == "forward":
        return (f(x + h * v) - f(x)) / h
    if method == "central":
        return (f(x + h * v) - f(x - h * v)) / (2 * h)
    if method == "complex":
        return np.imag(f(x + 1j * h * v))
    raise ValueError(method)
"""
