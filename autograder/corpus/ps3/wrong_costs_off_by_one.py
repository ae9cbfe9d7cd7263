"""Starts the reverse sum at the first hidden width."""

EXERCISE = "ps3-costs"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def reverse_cost(widths):
    d = widths
    return d[-1] * sum(d[k] * d[k + 1] for k in range(1, len(d) - 2))


def forward_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[0] * d[k] * d[k + 1] for k in range(1, L))
'''
