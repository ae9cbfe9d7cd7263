"""Puts the factors 2 at the matrices."""

EXERCISE = "ps4-loss-grad"
SCORE = 3.0
ANSWER = """
def loss_grad(x, B, A):
    h = B @ x
    z = h * h
    y = A @ z
    z_bar = 2 * A.T @ y
    return 2 * B.T @ (h * z_bar), 2 * np.outer(h * z_bar, x), 2 * np.outer(y, z)
"""
