"""Takes difference quotients of the search."""

EXERCISE = "ps5-primitive"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)

def pull_M(E_bar, E, M, e):
    h = 1e-5
    return E_bar * (by_halving(M + h, e) - by_halving(M - h, e)) / (2 * h)


def pull_e(E_bar, E, M, e):
    h = 1e-5
    return np.sum(
        E_bar * (by_halving(M, e + h) - by_halving(M, e - h)) / (2 * h)
    )


kepler.defvjp(pull_M, pull_e)
'''
