"""Pulls back two rows, as in the example."""

EXERCISE = "ps2-columns-rows"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = '''
def jacobian_by_columns(jvp, x):
    return np.array([jvp(x, e)[1] for e in np.eye(len(x))]).T



def jacobian_by_rows(vjp, x):
    _, pullback = vjp(x)
    return np.array([pullback(e) for e in np.eye(2)])
'''
