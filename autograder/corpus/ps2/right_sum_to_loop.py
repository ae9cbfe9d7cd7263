"""Sums axis by axis."""

EXERCISE = "ps2-sum-to"
SCORE = 1.0
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while np.ndim(y_bar) > len(shape):
        y_bar = np.sum(y_bar, axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            y_bar = np.sum(y_bar, axis=axis, keepdims=True)
    return y_bar
'''
