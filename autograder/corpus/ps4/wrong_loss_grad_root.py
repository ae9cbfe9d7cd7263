"""Recovers h as the root of z."""

EXERCISE = "ps4-loss-grad"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def loss_grad(x, B, A):
    h = B @ x
    z = h**2
    y_bar = 2 * (A @ z)
    h_bar = 2 * np.sqrt(z) * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
