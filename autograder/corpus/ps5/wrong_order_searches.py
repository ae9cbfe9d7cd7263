"""Searches the whole list for each node's users."""

EXERCISE = "ps5-order"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    todo, stack = [], list(nodes)
    seen = set()
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            todo.append(node)
            stack += node.parents
    ordered = []
    while todo:
        for node in todo:
            if not any(node in other.parents for other in todo):
                break
        todo.remove(node)
        ordered.append(node)
    return ordered
"""
