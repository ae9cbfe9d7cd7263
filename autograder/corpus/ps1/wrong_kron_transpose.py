"""Rows are inputs: the transpose."""

EXERCISE = "ps1-kron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def weights_jacobian(x, W):
    return np.kron(x[:, None], np.eye(W.shape[1]))
"""
