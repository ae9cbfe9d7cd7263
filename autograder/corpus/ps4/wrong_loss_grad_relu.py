"""Lets the cotangent through only where h is positive, as relu does."""

EXERCISE = "ps4-loss-grad"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def loss_grad(x, B, A):
    h = B @ x
    y_bar = 2 * (A @ h**2)
    h_bar = 2 * (h + abs(h)) / 2 * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, h**2)
"""
