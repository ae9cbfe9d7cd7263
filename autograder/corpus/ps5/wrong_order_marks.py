"""Marks the nodes that it has seen."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    finished, stack = [], [(node, False) for node in nodes]
    while stack:
        node, done = stack.pop()
        if done:
            finished.append(node)
        elif not hasattr(node, "mark"):
            node.mark = True
            stack.append((node, True))
            stack += [(parent, False) for parent in node.parents]
    return finished[::-1]
"""
