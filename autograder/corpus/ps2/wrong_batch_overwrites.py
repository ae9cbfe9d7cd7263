"""Writes X_bar over the batch."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    X[...] = Y_bar @ W.T
    return X


def vjp_w(X, W, c, Y_bar):
    return X.T @ Y_bar, Y_bar.sum(axis=0)
'''
