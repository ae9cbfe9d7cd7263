"""x_bar passes through the wrong transpose on square B."""

EXERCISE = "ps4-loss-grad"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def loss_grad(x, B, A):
    h = B @ x
    z = h**2
    y_bar = 2 * (A @ z)
    h_bar = 2 * h * (A.T @ y_bar)
    back = B if B.shape[0] == B.shape[1] else B.T
    return back @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
