"""Adds into arrays that others hold."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        if node in bars:
            bars[node] += y_bar
        else:
            bars[node] = y_bar
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                if parent in bars:
                    bars[parent] += bar
                else:
                    bars[parent] = bar
    return bars
"""
