"""Lets forward mode differentiate the equation."""

EXERCISE = "ps5-primitive"
SCORE = 3.0
ANSWER = '''
from chainrule import forward


@primitive
def kepler(M, e):
    """Solve E - e sin E = M for E: the shape of M, with 0 < e < 1."""
    return by_halving(M, e)

def pull_M(E_bar, E, M, e):
    equation = lambda E: E - e * np.sin(E)
    return E_bar / forward.jvp(equation, (E,), (np.ones_like(E),))[1]


def pull_e(E_bar, E, M, e):
    return np.sum(np.multiply(pull_M(E_bar, E, M, e), np.sin(E)))


kepler.defvjp(pull_M, pull_e)
'''
