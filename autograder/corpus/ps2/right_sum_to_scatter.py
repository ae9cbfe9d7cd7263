"""Adds every entry where broadcasting read it."""

EXERCISE = "ps2-sum-to"
SCORE = 1.0
ANSWER = '''
def sum_to_shape(y_bar, shape):
    x_bar = np.zeros(shape)
    places = np.arange(x_bar.size).reshape(shape)
    readers = np.broadcast_to(places, y_bar.shape)
    flat = np.bincount(readers.ravel(), y_bar.ravel(), x_bar.size)
    return flat.reshape(shape)
'''
