"""Leaves out the nodes without parents."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    finished, seen = [], set()
    stack = [(node, False) for node in nodes]
    while stack:
        node, done = stack.pop()
        if done:
            finished.append(node)
        elif node not in seen and node.parents:
            seen.add(node)
            stack.append((node, True))
            stack += [(parent, False) for parent in node.parents]
    return finished[::-1]
"""
