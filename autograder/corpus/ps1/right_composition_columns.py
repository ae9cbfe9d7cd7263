"""Pushes the columns of the inner Jacobian one by one."""

EXERCISE = "ps1-composition"
SCORE = 2.0
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    outer = jacobian_f(g(x))
    columns = [outer @ column for column in jacobian_g(x).T]
    return np.stack(columns, axis=-1)
"""
