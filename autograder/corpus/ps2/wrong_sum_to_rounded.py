"""Rounds to three digits, to make the printed result look clean."""

EXERCISE = "ps2-sum-to"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar = y_bar.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            y_bar = y_bar.sum(axis=axis, keepdims=True)
    return np.round(y_bar, 3)
'''
