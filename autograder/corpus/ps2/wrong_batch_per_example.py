"""Returns one gradient for each example."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    return Y_bar @ W.T



def vjp_w(X, W, c, Y_bar):
    return X[:, :, None] * Y_bar[:, None, :], Y_bar.sum(axis=0)
'''
