"""Begins every sum with the number 0."""

EXERCISE = "ps5-backward"
SCORE = 3.0
ANSWER = """
def backward(nodes, y_bars):
    bars = {node: 0.0 for node in order(nodes)}
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar
    for node in bars:
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bars[parent] = bars[parent] + bar
    return bars
"""
