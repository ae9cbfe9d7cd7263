"""Forgets to transpose W."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    return Y_bar @ W


def vjp_w(X, W, c, Y_bar):
    return X.T @ Y_bar, Y_bar.sum(axis=0)
'''
