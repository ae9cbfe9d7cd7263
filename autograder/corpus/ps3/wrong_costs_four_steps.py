"""Unrolls the sum for three and four Jacobians."""

EXERCISE = "ps3-costs"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def forward_cost(widths):
    d = tuple(widths) + (0,) * (5 - len(widths))
    return d[0] * (d[1] * d[2] + d[2] * d[3] + d[3] * d[4])


def reverse_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))
'''
