"""Follows every path, and keeps the last visit of each node."""

EXERCISE = "ps5-order"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    visits = []

    def visit(node):
        for parent in node.parents:
            visit(parent)
        visits.append(node)

    for node in nodes:
        visit(node)
    return list(dict.fromkeys(visits))[::-1]
"""
