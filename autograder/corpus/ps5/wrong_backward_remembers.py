"""Keeps its sums from one sweep to the next."""

EXERCISE = "ps5-backward"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
KEPT = {}


def backward(nodes, y_bars):
    for node, y_bar in zip(nodes, y_bars):
        KEPT[node] = KEPT[node] + y_bar if node in KEPT else y_bar
    for node in order(nodes):
        if node.parents:
            for parent, bar in zip(node.parents, node.vjp(KEPT[node])):
                KEPT[parent] = KEPT[parent] + bar if parent in KEPT else bar
    return dict(KEPT)
"""
