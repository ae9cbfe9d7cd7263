"""Keeps the entries of x in an integer array."""

EXERCISE = "ps1-kron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def weights_jacobian(x, W):
    a, b = W.shape
    J = np.zeros((b, a * b), dtype=int)
    for i in range(a):
        for k in range(b):
            J[k, i * b + k] = x[i]
    return J
"""
