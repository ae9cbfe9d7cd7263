"""Sums everything that is too much, then reshapes."""

EXERCISE = "ps2-sum-to"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def sum_to_shape(y_bar, shape):
    return np.full(shape, y_bar.sum())
'''
