"""Has a plus in front of e cos E."""

EXERCISE = "ps5-primitive"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)

def pull_M(E_bar, E, M, e):
    return E_bar / (1 + e * np.cos(E))


def pull_e(E_bar, E, M, e):
    return np.sum(pull_M(E_bar, E, M, e) * np.sin(E))


kepler.defvjp(pull_M, pull_e)
'''
