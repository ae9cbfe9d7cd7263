"""Stacks W column by column: the factors are swapped."""

EXERCISE = "ps1-kron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def weights_jacobian(x, W):
    return np.kron(np.eye(W.shape[1]), x[None])
"""
