"""Lets each node ask its users, from the end on."""

EXERCISE = "ps5-backward"
SCORE = 3.0
ANSWER = """
def backward(nodes, y_bars):
    bars, sent = {}, []
    for node in order(nodes):
        parts = [b for n, b in zip(nodes, y_bars) if n is node]
        parts += [b for n, b in sent if n is node]
        total = parts[0]
        for part in parts[1:]:
            total = total + part
        bars[node] = total
        if node.parents:
            sent += list(zip(node.parents, node.vjp(total)))
    return bars
"""
