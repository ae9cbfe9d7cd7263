"""Sums away one axis at the most."""

EXERCISE = "ps2-sum-to"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def sum_to_shape(y_bar, shape):
    if y_bar.ndim > len(shape):
        y_bar = y_bar.sum(axis=0)
    if 1 in shape and y_bar.shape != shape:
        y_bar = y_bar.sum(axis=shape.index(1), keepdims=True)
    return y_bar
'''
