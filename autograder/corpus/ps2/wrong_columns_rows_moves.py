"""Moves x a little before it asks, and does not move it back."""

EXERCISE = "ps2-columns-rows"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jacobian_by_columns(jvp, x):
    J = np.stack([jvp(x, e)[1] for e in np.eye(len(x))], axis=1)
    x += 1
    return J


def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    J = np.stack([pullback(e) for e in np.eye(len(y))])
    x *= 0
    return J
'''
