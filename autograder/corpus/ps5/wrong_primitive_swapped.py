"""Registers the rules in the wrong order."""

EXERCISE = "ps5-primitive"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = '''
@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)

def pull_M(E_bar, E, M, e):
    return E_bar / (1 - e * np.cos(E))


def pull_e(E_bar, E, M, e):
    return np.sum(E_bar * np.sin(E) / (1 - e * np.cos(E)))


kepler.defvjp(pull_e, pull_M)
'''
