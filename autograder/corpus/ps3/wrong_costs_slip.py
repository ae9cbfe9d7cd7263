"""Prices every forward product like the first one."""

EXERCISE = "ps3-costs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def forward_cost(widths):
    d = widths
    return (len(d) - 2) * d[0] * d[1] * d[2] if len(d) > 2 else 0


def reverse_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))
'''
