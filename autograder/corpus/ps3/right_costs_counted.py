"""Multiplies counted arrays and reads the counter."""

EXERCISE = "ps3-costs"
SCORE = 2.0
ANSWER = '''
def forward_cost(widths):
    import numpy as np
    from chainrule.count import Counter
    counter = Counter()
    J = [counter.array(np.ones(s)) for s in zip(widths[1:], widths)]
    product = J[0]
    for factor in J[1:]:
        product = factor @ product
    return counter.multiplications


def reverse_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[L] * d[k] * d[k - 1] for k in range(L - 1, 0, -1))
'''
