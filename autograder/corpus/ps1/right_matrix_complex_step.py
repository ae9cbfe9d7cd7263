"""Complex steps instead of a formula: as good, if less is learned."""

EXERCISE = "ps1-matrix"
SCORE = 2.0
ANSWER = """
def d_square(X, V):
    Z = X + 1e-30j * V
    return np.imag(Z @ Z) / 1e-30


def d_inverse(X, V):
    h = 1e-30 / np.max(np.abs(V))
    return np.imag(np.linalg.inv(X + 1j * h * V)) / h
"""
