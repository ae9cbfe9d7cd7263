"""Peels off, layer by layer, what no other node uses."""

EXERCISE = "ps5-order"
SCORE = 3.0
ANSWER = """
def order(nodes):
    above, new = {}, list(nodes)
    while new:
        node = new.pop()
        if node not in above:
            above[node] = list(node.parents)
            new += above[node]
    users = dict.fromkeys(above, 0)
    for parents in above.values():
        for parent in parents:
            users[parent] += 1
    layer = [node for node, count in users.items() if count == 0]
    ordered = []
    while layer:
        ordered += layer
        below = []
        for node in layer:
            for parent in above[node]:
                users[parent] -= 1
                if users[parent] == 0:
                    below.append(parent)
        layer = below
    return ordered
"""
