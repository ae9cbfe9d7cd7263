"""Collects the sum in the first rows of the caller's y_bar."""

EXERCISE = "ps2-sum-to"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar[0] += y_bar[1:].sum(axis=0)
        y_bar = y_bar[0]
    for axis, length in enumerate(shape):
        if length == 1:
            first = np.moveaxis(y_bar, axis, 0)
            first[0] += first[1:].sum(axis=0)
            y_bar = np.moveaxis(first[:1], 0, axis)
    return y_bar
'''
