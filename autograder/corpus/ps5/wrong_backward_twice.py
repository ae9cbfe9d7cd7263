"""Calls a node once for every parent."""

EXERCISE = "ps5-backward"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar if node in bars else y_bar
    for node in order(nodes):
        for k, parent in enumerate(node.parents):
            bar = node.vjp(bars[node])[k]
            bars[parent] = bars[parent] + bar if parent in bars else bar
    return bars
"""
