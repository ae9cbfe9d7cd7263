"""Looks up positions by width, so equal widths collide."""

EXERCISE = "ps3-costs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def forward_cost(widths):
    d = list(widths)
    total = 0
    for w in d[1:-1]:
        k = d.index(w)
        total += d[0] * d[k] * d[k + 1]
    return total


def reverse_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))
'''
