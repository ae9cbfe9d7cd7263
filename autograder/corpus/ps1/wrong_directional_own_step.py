"""Ignores h and takes a step that it trusts."""

EXERCISE = "ps1-directional"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def directional_difference(f, x, v, h, method):
    h = 1e-7
    if method == "forward":
        return (f(x + h * v) - f(x)) / h
    if method == "central":
        return (f(x + h * v) - f(x - h * v)) / (2 * h)
    if method == "complex":
        return np.imag(f(x + 1j * h * v)) / h
    raise ValueError(method)
"""
