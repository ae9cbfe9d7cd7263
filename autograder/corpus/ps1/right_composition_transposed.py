"""Multiplies the transposes in the other order."""

EXERCISE = "ps1-composition"
SCORE = 2.0
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    return (jacobian_g(x).T @ jacobian_f(g(x)).T).T
"""
