"""Multiplies by A where its transpose is due."""

EXERCISE = "ps4-vjp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    z_bar = A @ y_bar
    h_bar = 2 * h * z_bar
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
