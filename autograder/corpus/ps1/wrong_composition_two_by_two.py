"""Loops over the sizes of the examples."""

EXERCISE = "ps1-composition"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def composition_jacobian(jacobian_f, g, jacobian_g, x):
    A, B = jacobian_f(g(x)), jacobian_g(x)
    J = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            J[i, j] = A[i] @ B[:, j]
    return J
"""
