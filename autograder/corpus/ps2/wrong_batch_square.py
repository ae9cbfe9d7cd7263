"""Guesses transposes from square shapes."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    return Y_bar @ W.T



def vjp_w(X, W, c, Y_bar):
    W_bar = (X.T @ Y_bar).T if W.shape[0] == W.shape[1] else X.T @ Y_bar
    return W_bar, Y_bar.sum(axis=0)
'''
