"""Sums over the middle index by name."""

EXERCISE = "ps1-composition"
SCORE = 2.0
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    return np.einsum("ij,jk->ik", jacobian_f(g(x)), jacobian_g(x))
"""
