"""Takes one dot product of shifted widths."""

EXERCISE = "ps3-costs"
SCORE = 2.0
ANSWER = '''
def reverse_cost(widths):
    import numpy as np
    d = np.array(widths)
    return d[-1] * np.dot(d[:-2], d[1:-1])
'''
