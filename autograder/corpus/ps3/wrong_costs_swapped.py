"""Mixes up the two modes."""

EXERCISE = "ps3-costs"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def reverse_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[0] * d[k] * d[k + 1] for k in range(1, L))


def forward_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))
'''
