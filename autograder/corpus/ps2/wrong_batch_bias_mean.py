"""Takes the mean of the bias over the batch."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    return Y_bar @ W.T



def vjp_w(X, W, c, Y_bar):
    return X.T @ Y_bar, Y_bar.mean(axis=0)
'''
