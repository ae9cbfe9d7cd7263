"""Rounds every sum to six decimals."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar if node in bars else y_bar
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bar = bars[parent] + bar if parent in bars else bar
                bars[parent] = np.round(bar, 6)
    return bars
"""
