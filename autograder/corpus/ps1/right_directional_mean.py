"""The central quotient as the mean of two one-sided ones."""

EXERCISE = "ps1-directional"
SCORE = 3.0
ANSWER = """
def directional_difference(f, x, v, h, method):
    def one_sided(h):
        return (f(x + h * v) - f(x)) / h

    def central(h):
        return (one_sided(h) + one_sided(-h)) / 2

    def complex_step(h):
        return (f(x + h * v * 1j) / h).imag

    table = {
        "forward": one_sided,
        "central": central,
        "complex": complex_step,
    }
    if method not in table:
        raise ValueError(f"unknown method {method}")
    return table[method](h)
"""
