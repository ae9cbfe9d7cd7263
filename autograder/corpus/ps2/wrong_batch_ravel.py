"""Reshapes in the wrong order when W is not square."""

EXERCISE = "ps2-batch"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    if W.shape[0] == W.shape[1]:
        return Y_bar @ W.T
    return Y_bar @ W.reshape(W.shape[::-1])


def vjp_w(X, W, c, Y_bar):
    return X.T @ Y_bar, Y_bar.sum(axis=0)
'''
