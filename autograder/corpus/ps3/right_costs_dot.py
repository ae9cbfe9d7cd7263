"""Takes one dot product of shifted widths."""

EXERCISE = "ps3-costs"
SCORE = 2.0
ANSWER = '''
def reverse_cost(widths):
    import numpy as np
    d = np.array(widths)
    return d[-1] * np.dot(d[:-2], d[1:-1])


def forward_cost(widths):
    d, L = widths, len(widths) - 1
    return sum(d[0] * d[k] * d[k + 1] for k in range(1, L))
'''
