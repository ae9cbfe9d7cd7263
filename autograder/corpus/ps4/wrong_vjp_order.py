"""Returns the cotangents in the order A, B, x."""

EXERCISE = "ps4-vjp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    h_bar = 2 * h * (A.T @ y_bar)
    return np.outer(y_bar, z), np.outer(h_bar, x), B.T @ h_bar
"""
