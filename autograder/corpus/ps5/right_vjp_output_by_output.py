"""Makes one sweep for every output and adds the results."""

EXERCISE = "ps5-vjp"
SCORE = 2.0
ANSWER = """
def vjp(f, *primals):
    y, outputs, inputs = record(f, primals)

    def pullback(y_bar):
        y_bars = matched(y_bar, y, "cotangent", "output")
        found = [np.zeros_like(x) for x in flatten(primals)[0]]
        for output, bar in zip(outputs, y_bars):
            bars = backward([output], [bar])
            for k, node in enumerate(inputs):
                if node in bars:
                    found[k] = found[k] + bars[node]
        return tidy_tree(found, primals)

    return y, pullback
"""
