"""Starts with ones."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        one = np.ones_like(y_bar)
        bars[node] = bars[node] + one if node in bars else one
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bars[parent] = bars[parent] + bar if parent in bars else bar
    return bars
"""
