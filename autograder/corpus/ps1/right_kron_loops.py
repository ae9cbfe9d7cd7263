"""Writes the entries one by one."""

EXERCISE = "ps1-kron"
SCORE = 2.0
ANSWER = """
def weights_jacobian(x, W):
    a, b = W.shape
    J = np.zeros((b, a * b))
    for i in range(a):
        for k in range(b):
            J[k, i * b + k] = x[i]
    return J
"""
