"""Runs the forward pass again for every row."""

EXERCISE = "ps2-columns-rows"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = '''
def jacobian_by_columns(jvp, x):
    return np.array([jvp(x, e)[1] for e in np.eye(len(x))]).T



def jacobian_by_rows(vjp, x):
    y, _ = vjp(x)
    return np.array([vjp(x)[1](e) for e in np.eye(len(y))])
'''
