"""Guards against a small denominator by cutting e off."""

EXERCISE = "ps5-primitive"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)

def pull_M(E_bar, E, M, e):
    return E_bar / (1 - np.minimum(e, 0.8) * np.cos(E))


def pull_e(E_bar, E, M, e):
    return np.sum(pull_M(E_bar, E, M, e) * np.sin(E))


kepler.defvjp(pull_M, pull_e)
'''
