"""Takes the best of both fans and of the split at the narrowest width."""

EXERCISE = "ps3-best"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def best_cost(widths):
    from functools import cache

    @cache
    def build(i, k):
        if k == i + 1:
            return 0, k
        inner = range(i + 1, k)
        tries = {i + 1, k - 1, min(inner, key=lambda j: (widths[j], j))}
        tries |= {min(inner, key=lambda j: (widths[j], -j))}
        ways = []
        for j in sorted(tries):
            (a, early), (b, late) = build(i, j), build(j, k)
            last = widths[i] * widths[j] * widths[k]
            ways.append((a + b + last, (late, early)))
        return min(ways, key=lambda way: way[0])

    return build(0, len(widths) - 1)
'''
