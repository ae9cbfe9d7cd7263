"""Takes means in place of sums."""

EXERCISE = "ps2-sum-to"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar = y_bar.mean(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            y_bar = y_bar.mean(axis=axis, keepdims=True)
    return y_bar
'''
