"""Forgets the transpose of the log det."""

EXERCISE = "ps6-adjoint"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def solve_vjp(A, b, x_bar):
    b_bar = np.linalg.solve(A.T, x_bar)
    return -np.outer(b_bar, np.linalg.solve(A, b)), b_bar


def inverse_vjp(A, Y_bar):
    Y = np.linalg.inv(A)
    return -Y.T @ Y_bar @ Y.T


def logdet_vjp(A, s_bar):
    return s_bar * np.linalg.inv(A)
"""
