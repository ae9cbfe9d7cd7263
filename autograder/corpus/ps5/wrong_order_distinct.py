"""Counts a user once, though it may use a node twice."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def order(nodes):
    users, seen, new = {}, set(nodes), list(dict.fromkeys(nodes))
    while new:
        node = new.pop()
        for parent in set(node.parents):
            users[parent] = users.get(parent, 0) + 1
            if parent not in seen:
                seen.add(parent)
                new.append(parent)
    ready = [node for node in dict.fromkeys(nodes) if node not in users]
    ordered = []
    while ready:
        node = ready.pop()
        ordered.append(node)
        for parent in node.parents:
            users[parent] -= 1
            if users[parent] == 0:
                ready.append(parent)
    return ordered
"""
