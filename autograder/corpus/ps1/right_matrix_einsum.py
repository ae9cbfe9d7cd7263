"""By indices, and by the Kronecker product."""

EXERCISE = "ps1-matrix"
SCORE = 2.0
ANSWER = """
def d_square(X, V):
    return np.einsum("ij,jk->ik", X, V) + np.einsum("ij,jk->ik", V, X)


def d_inverse(X, V):
    Y = np.linalg.inv(X)
    return -(np.kron(Y, Y.T) @ V.ravel()).reshape(X.shape)
"""
