"""Follows the shape of the product so far."""

EXERCISE = "ps3-costs"
SCORE = 2.0
ANSWER = '''
def forward_cost(widths):
    first, after, *rest = widths
    shape, cost = (after, first), 0
    for width in rest:
        cost += width * shape[0] * shape[1]
        shape = (width, first)
    return cost


def reverse_cost(widths):
    return forward_cost(tuple(reversed(widths)))
'''
