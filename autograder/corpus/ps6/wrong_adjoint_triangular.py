"""Solves a triangular system, whatever A is."""

EXERCISE = "ps6-adjoint"
SCORE = 1.5
PASSES_VISIBLE = True
ANSWER = """
def solve_vjp(A, b, x_bar):
    U = np.triu(A)
    b_bar = np.linalg.solve(U.T, x_bar)
    return -np.outer(b_bar, np.linalg.solve(U, b)), b_bar


def inverse_vjp(A, Y_bar):
    Y = np.linalg.inv(A)
    return -Y.T @ Y_bar @ Y.T


def logdet_vjp(A, s_bar):
    return s_bar * np.linalg.inv(A).T
"""
