"""Always builds blocks of the size of the first example."""

EXERCISE = "ps1-kron"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def weights_jacobian(x, W):
    return np.kron(x[None], np.eye(3))
"""
