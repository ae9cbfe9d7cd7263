"""Counts users, and lists a node when its last user is listed."""

EXERCISE = "ps5-order"
SCORE = 3.0
ANSWER = """
def order(nodes):
    users, seen, new = {}, set(nodes), list(dict.fromkeys(nodes))
    while new:
        for parent in new.pop().parents:
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
