"""Fills in the zeros and the tuple itself."""

EXERCISE = "ps5-vjp"
SCORE = 2.0
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    xs, structure = flatten(primals)

    def pullback(y_bar):
        y_bars = matched(y_bar, y, "cotangent", "output")
        bars = backward(outputs, y_bars)
        found = []
        for node, x in zip(inputs, xs):
            bar = bars[node] if node in bars else np.zeros_like(x)
            found.append(bar + np.zeros_like(x))
        return unflatten(structure, found)

    return y, pullback
"""
