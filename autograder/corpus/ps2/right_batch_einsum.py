"""Names the indices and lets einsum sum."""

EXERCISE = "ps2-batch"
SCORE = 2.0
ANSWER = '''
def vjp_x(X, W, c, Y_bar):
    return np.einsum("bq,nq->bn", Y_bar, W)


def vjp_w(X, W, c, Y_bar):
    return np.einsum("bn,bq->nq", X, Y_bar), np.einsum("bq->q", Y_bar)
'''
