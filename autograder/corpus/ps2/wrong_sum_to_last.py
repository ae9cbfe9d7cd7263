"""Thinks that the stretched axis is the last."""

EXERCISE = "ps2-sum-to"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = '''
def sum_to_shape(y_bar, shape):
    while y_bar.ndim > len(shape):
        y_bar = y_bar.sum(axis=0)
    if shape and shape[-1] == 1:
        y_bar = y_bar.sum(axis=-1, keepdims=True)
    return y_bar
'''
