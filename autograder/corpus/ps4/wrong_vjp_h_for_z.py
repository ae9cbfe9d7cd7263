"""Pairs y_bar with h, not with its square."""

EXERCISE = "ps4-vjp"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    h_bar = 2 * h * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, h)
"""
