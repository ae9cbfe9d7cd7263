"""Sums over the first stretched axis and overlooks a second one."""

EXERCISE = "ps2-sum-to"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar = y_bar.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1 and y_bar.shape[axis] != 1:
            return y_bar.sum(axis=axis, keepdims=True)
    return y_bar
'''
