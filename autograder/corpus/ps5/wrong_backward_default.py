"""The dictionary of sums is a default argument, so every sweep shares it."""

EXERCISE = "ps5-backward"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars, bars={}):
    for node, y_bar in zip(nodes, y_bars):
        bars[node] = bars[node] + y_bar if node in bars else y_bar
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bars[parent] = bars[parent] + bar if parent in bars else bar
    return bars
"""
