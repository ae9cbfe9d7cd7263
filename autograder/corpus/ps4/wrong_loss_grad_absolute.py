"""Takes the size of the output for its cotangent."""

EXERCISE = "ps4-loss-grad"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def loss_grad(x, B, A):
    h = B @ x
    z = h**2
    y_bar = 2 * A @ z
    y_bar = np.sign(y_bar[:1]) * y_bar
    h_bar = 2 * h * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
