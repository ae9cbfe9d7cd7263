"""An adjugate for two by two, and its misuse beyond."""

EXERCISE = "ps6-adjoint"
SCORE = 2.5
PASSES_VISIBLE = True
ANSWER = """
def solve_vjp(A, b, x_bar):
    b_bar = np.linalg.solve(A.T, x_bar)
    return -np.outer(b_bar, np.linalg.solve(A, b)), b_bar


def inverse_vjp(A, Y_bar):
    Y = np.linalg.inv(A)
    return -Y.T @ Y_bar @ Y.T


def logdet_vjp(A, s_bar):
    adjugate = np.trace(A) * np.eye(len(A)) - A
    return s_bar * adjugate.T / np.linalg.det(A)
"""
