"""Makes a dictionary from pairs: an output listed twice counts once."""

EXERCISE = "ps5-backward"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def backward(nodes, y_bars):
    bars = dict(zip(nodes, y_bars))
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                bars[parent] = bars[parent] + bar if parent in bars else bar
    return bars
"""
