"""Adds up the first and the last output, if they are one node."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def backward(nodes, y_bars):
    bars = dict(zip(nodes, y_bars))
    if len(nodes) > 1 and nodes[0] is nodes[-1]:
        bars[nodes[0]] = y_bars[0] + y_bars[-1]
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bars[parent] = bars[parent] + bar if parent in bars else bar
    return bars
"""
