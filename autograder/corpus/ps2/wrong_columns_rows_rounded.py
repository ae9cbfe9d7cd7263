"""Rounds to three digits, to make the printed matrix look clean."""

EXERCISE = "ps2-columns-rows"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def jacobian_by_columns(jvp, x):
    columns = [jvp(x, x_dot)[1] for x_dot in np.eye(x.size)]
    return np.round(np.stack(columns, axis=1), 3)


def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    return np.round(np.stack([pullback(e) for e in np.eye(y.size)]), 3)
'''
