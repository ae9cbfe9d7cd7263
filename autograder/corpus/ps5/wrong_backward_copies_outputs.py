"""Copies what it is given, and adds into what the rules return."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = {}
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar if node in bars else y_bar.copy()
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                if parent in bars:
                    bars[parent] += bar
                else:
                    bars[parent] = bar
    return bars
"""
