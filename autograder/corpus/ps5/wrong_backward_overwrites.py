"""Keeps the last contribution alone."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar if node in bars else y_bar
    for node in order(nodes):
        if node.parents:
            bars.update(zip(node.parents, node.vjp(bars[node])))
    return bars
"""
