"""Fills a table by the length of the part."""

EXERCISE = "ps3-best"
SCORE = 4.0
ANSWER = '''
def best_cost(widths):
    L = len(widths) - 1
    table = {(k, k + 1): (0, k + 1) for k in range(L)}
    for span in range(2, L + 1):
        for i in range(L + 1 - span):
            k = i + span
            ways = []
            for j in range(i + 1, k):
                a, early = table[i, j]
                b, late = table[j, k]
                product = widths[i] * widths[j] * widths[k]
                ways.append((a + b + product, j, (late, early)))
            cost, _, order = min(ways, key=lambda way: way[:2])
            table[i, k] = cost, order
    return table[0, L]
'''
