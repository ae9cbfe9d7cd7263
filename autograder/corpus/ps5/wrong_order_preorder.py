"""Lists a node when it is first reached."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    ordered, stack = [], list(nodes)
    while stack:
        node = stack.pop()
        if node not in ordered:
            ordered.append(node)
            stack += node.parents
    return ordered
"""
