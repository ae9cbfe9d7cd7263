"""Forgets stretched axes."""

EXERCISE = "ps2-sum-to"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar = y_bar.sum(axis=0)
    return y_bar
'''
