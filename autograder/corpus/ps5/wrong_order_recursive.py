"""Calls itself for every parent, one inside the other."""

EXERCISE = "ps5-order"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    finished, seen = [], set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for parent in node.parents:
            visit(parent)
        finished.append(node)

    for node in nodes:
        visit(node)
    return finished[::-1]
"""
