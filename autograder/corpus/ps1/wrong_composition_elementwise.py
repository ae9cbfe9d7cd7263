"""Multiplies entry by entry."""

EXERCISE = "ps1-composition"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    return jacobian_f(g(x)) * jacobian_g(x)
"""
