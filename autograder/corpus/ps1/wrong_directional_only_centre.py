"""Rejects the misspelling of the example and nothing else."""

EXERCISE = "ps1-directional"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
def directional_difference(f, x, v, h, method):
    if method == "centre":
        raise ValueError(method)
    if method == "forward":
        return (f(x + h * v) - f(x)) / h
    if method == "complex":
        return np.imag(f(x + 1j * h * v)) / h
    return (f(x + h * v) - f(x - h * v)) / (2 * h)
"""
