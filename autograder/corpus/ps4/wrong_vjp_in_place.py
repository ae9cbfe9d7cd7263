"""Scales the cotangent in place: right values, spoiled argument."""

EXERCISE = "ps4-vjp"
SCORE = 2.5
PASSES_VISIBLE = False
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    A_bar = np.outer(y_bar, z)
    y_bar *= 2
    h_bar = h * (A.T @ y_bar)
    return B.T @ h_bar, np.outer(h_bar, x), A_bar
"""
