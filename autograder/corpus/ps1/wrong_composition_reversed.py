"""The product the wrong way round."""

EXERCISE = "ps1-composition"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    return jacobian_g(x) @ jacobian_f(g(x))
"""
