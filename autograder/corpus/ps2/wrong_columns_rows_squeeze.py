"""Drops axes of length 1."""

EXERCISE = "ps2-columns-rows"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jacobian_by_columns(jvp, x):
    return np.squeeze(np.stack([jvp(x, e)[1] for e in np.eye(len(x))], 1))


def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    return np.squeeze([pullback(e) for e in np.eye(len(y))])
'''
