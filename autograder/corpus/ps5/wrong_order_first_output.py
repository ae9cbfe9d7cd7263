"""Looks at the first output alone."""

EXERCISE = "ps5-order"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    finished, seen = [], set()
    stack = [(nodes[0], False)]
    while stack:
        node, done = stack.pop()
        if done:
            finished.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack += [(parent, False) for parent in node.parents]
    return finished[::-1]
"""
