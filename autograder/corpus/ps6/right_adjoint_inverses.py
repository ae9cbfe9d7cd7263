"""All three from the inverse."""

EXERCISE = "ps6-adjoint"
SCORE = 3.0
ANSWER = """
def solve_vjp(A, b, x_bar):
    Y = np.linalg.inv(A)
    Y_bar = np.multiply.outer(x_bar, b)
    return -np.einsum("ji,jk,lk->il", Y, Y_bar, Y), x_bar @ Y


def inverse_vjp(A, Y_bar):
    Z = np.linalg.solve(A.T, Y_bar)
    return -np.linalg.solve(A, Z.T).T


def logdet_vjp(A, s_bar):
    return np.linalg.solve(A.T, s_bar * np.eye(len(A)))
"""
