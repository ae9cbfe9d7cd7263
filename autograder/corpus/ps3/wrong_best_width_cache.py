"""Remembers parts by their end widths and length."""

EXERCISE = "ps3-best"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def best_cost(widths):
    known = {}

    def best(i, k):
        name = (widths[i], widths[k], k - i, widths[i + 1])
        if name not in known:
            if k == i + 1:
                return 0, k
            found = []
            for j in range(i + 1, k):
                (a, early), (b, late) = best(i, j), best(j, k)
                last = widths[i] * widths[j] * widths[k]
                found.append((a + b + last, (late, early)))
            known[name] = min(found, key=lambda pair: pair[0])
        return known[name]

    return best(0, len(widths) - 1)
'''
