"""Takes the values for the tangents."""

EXERCISE = "ps2-columns-rows"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = '''
def jacobian_by_columns(jvp, x):
    return np.stack([jvp(x, e)[0] for e in np.eye(len(x))], axis=1)



def jacobian_by_rows(vjp, x):
    y, pullback = vjp(x)
    return np.array([pullback(e) for e in np.eye(len(y))])
'''
