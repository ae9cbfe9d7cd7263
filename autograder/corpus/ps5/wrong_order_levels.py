"""Goes level by level, by the shortest way from the end."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    ordered, level = [], list(nodes)
    while level:
        below = []
        for node in level:
            if node not in ordered:
                ordered.append(node)
                below += node.parents
        level = below
    return ordered
"""
