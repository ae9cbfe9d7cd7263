"""Takes the outer product the wrong way round."""

EXERCISE = "ps4-vjp"
SCORE = 2.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    h_bar = 2 * h * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(x, h_bar), np.outer(y_bar, z)
"""
