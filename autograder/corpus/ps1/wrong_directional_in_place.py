"""Steps in place, so the forward quotient moves x."""

EXERCISE = "ps1-directional"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def directional_difference(f, x, v, h, method):
    if method == "forward":
        y = f(x)
        x += h * v
        return (f(x) - y) / h
    if method == "central":
        return (f(x + h * v) - f(x - h * v)) / (2 * h)
    if method == "complex":
        return np.imag(f(x + 1j * h * v)) / h
    raise ValueError(method)
"""
