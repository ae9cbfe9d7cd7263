"""Collects all contributions first, and adds them when the turn comes."""

EXERCISE = "ps5-backward"
SCORE = 3.0
ANSWER = """
def backward(nodes, y_bars):
    arrived = {}
    for node, y_bar in zip(nodes, y_bars):
        arrived.setdefault(node, []).append(y_bar)
    bars = {}
    for node in order(nodes):
        first, *more = arrived[node]
        bars[node] = first
        for bar in more:
            bars[node] = np.add(bars[node], bar)
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(bars[node])):
                arrived.setdefault(parent, []).append(bar)
    return bars
"""
