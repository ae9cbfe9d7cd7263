"""Pushes each basis matrix through the linear map."""

EXERCISE = "ps1-kron"
SCORE = 2.0
ANSWER = """
def weights_jacobian(x, W):
    basis = np.eye(W.size).reshape(W.size, *W.shape)
    return (x @ basis).T
"""
