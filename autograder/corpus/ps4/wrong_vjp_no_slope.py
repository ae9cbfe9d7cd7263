"""Forgets the slope of the square."""

EXERCISE = "ps4-vjp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    h_bar = A.T @ y_bar
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
