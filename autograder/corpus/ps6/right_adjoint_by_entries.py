"""One tangent for each entry."""

EXERCISE = "ps6-adjoint"
SCORE = 3.0
ANSWER = """
def by_entries(A, pushed):
    A_bar = np.zeros_like(A)
    for i, j in np.ndindex(A.shape):
        V = np.zeros_like(A)
        V[i, j] = 1.0
        A_bar[i, j] = pushed(V)
    return A_bar


def solve_vjp(A, b, x_bar):
    x, solve = np.linalg.solve(A, b), np.linalg.solve
    A_bar = by_entries(A, lambda V: x_bar @ solve(A, -V @ x))
    return A_bar, np.array([x_bar @ solve(A, e) for e in np.eye(len(b))])


def inverse_vjp(A, Y_bar):
    Y = np.linalg.inv(A)
    return by_entries(A, lambda V: -np.sum(Y_bar * (Y @ V @ Y)))


def logdet_vjp(A, s_bar):
    Y = np.linalg.inv(A)
    return by_entries(A, lambda V: s_bar * np.trace(Y @ V))
"""
