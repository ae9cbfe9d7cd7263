"""Both Jacobians are taken at g(x)."""

EXERCISE = "ps1-composition"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    y = g(x)
    return jacobian_f(y) @ jacobian_g(y)
"""
