"""Keeps only the squares and takes their root for h."""

EXERCISE = "ps4-vjp"
SCORE = 1.0
PASSES_VISIBLE = True
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    z = (B @ x) ** 2
    h_bar = 2 * np.sqrt(z) * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(y_bar, z)
"""
