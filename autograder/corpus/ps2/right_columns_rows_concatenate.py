"""Glues columns and rows together."""

EXERCISE = "ps2-columns-rows"
SCORE = 2.0
ANSWER = '''
def jacobian_by_columns(jvp, x):
    columns = [jvp(x, e)[1][:, None] for e in np.identity(len(x))]
    return np.concatenate(columns, axis=1)


def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    return np.vstack([pullback(1.0 * (np.arange(len(y)) == i))
                      for i in range(len(y))])
'''
