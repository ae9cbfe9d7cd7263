"""Counts one-hot sweeps, which multiply every Jacobian."""

EXERCISE = "ps3-costs"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def forward_cost(widths):
    return widths[0] * sum(a * b for a, b in zip(widths, widths[1:]))


def reverse_cost(widths):
    return widths[-1] * sum(a * b for a, b in zip(widths, widths[1:]))
'''
