"""Cuts the inner value off to whole numbers."""

EXERCISE = "ps1-composition"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    return jacobian_f(np.array(g(x), dtype=int)) @ jacobian_g(x)
"""
