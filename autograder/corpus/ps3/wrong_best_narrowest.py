"""Splits at the narrowest inner width."""

EXERCISE = "ps3-best"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def best_cost(widths):
    if len(widths) == 2:
        return 0, 1

    def build(i, k):
        if k == i + 1:
            return 0, k
        j = min(range(i + 1, k), key=lambda j: widths[j])
        (a, early), (b, late) = build(i, j), build(j, k)
        return a + b + widths[i] * widths[j] * widths[k], (late, early)

    return build(0, len(widths) - 1)
'''
