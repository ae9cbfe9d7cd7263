"""A table of nodes and weights."""

EXERCISE = "ps1-directional"
SCORE = 3.0
ANSWER = """
def directional_difference(f, x, v, h, method):
    nodes = {
        "forward": ((1, 1), (0, -1)),
        "central": ((1, 0.5), (-1, -0.5)),
        "complex": ((1j, 1),),
    }
    try:
        chosen = nodes[method]
    except KeyError:
        raise ValueError(method) from None
    total = sum(w * np.asarray(f(x + s * h * v)) for s, w in chosen)
    if method == "complex":
        total = total.imag
    return total / h
"""
