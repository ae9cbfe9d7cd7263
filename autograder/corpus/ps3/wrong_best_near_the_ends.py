"""Tries only the four splits next to either end of a chain."""

EXERCISE = "ps3-best"
SCORE = 3.5
PASSES_VISIBLE = True
ANSWER = '''
def best_cost(widths):

    @cache
    def best(i, k):
        """Cost and order of J_k ... J_{i+1}, of shape (d_k, d_i)."""
        if k == i + 1:
            return 0, k
        early = range(i + 1, min(k, i + 5))
        late = range(max(i + 1, k - 4), k)
        found = []
        for j in {*early, *late}:
            first, then = best(i, j), best(j, k)
            last = widths[i] * widths[j] * widths[k]
            found.append((first[0] + then[0] + last, (then[1], first[1])))
        return min(found, key=lambda pair: pair[0])

    return best(0, len(widths) - 1)
'''
