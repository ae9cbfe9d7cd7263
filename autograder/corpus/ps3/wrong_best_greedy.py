"""Removes the largest inner width first."""

EXERCISE = "ps3-best"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def best_cost(widths):
    d, orders, cost = list(widths), list(range(1, len(widths))), 0
    while len(orders) > 1:
        k = max(range(1, len(d) - 1), key=lambda k: d[k])
        cost += d[k - 1] * d[k] * d[k + 1]
        orders[k - 1 : k + 1] = [(orders[k], orders[k - 1])]
        del d[k]
    return cost, orders[0]
'''
