"""Ignores the cotangent it is given."""

EXERCISE = "ps4-vjp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    h_bar = 2 * h * A.sum(axis=0)
    return B.T @ h_bar, np.outer(h_bar, x), np.outer(np.ones(len(A)), z)
"""
