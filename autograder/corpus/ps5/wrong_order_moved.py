"""Moves a node that is reached again to the end, without its parents."""

EXERCISE = "ps5-order"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def order(nodes):
    place, new = {}, list(nodes)
    while new:
        node = new.pop(0)
        if node not in place:
            new += node.parents
        else:
            place.pop(node)
        place[node] = True
    return list(place)
"""
