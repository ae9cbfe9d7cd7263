"""Loses the factor 2 of the square."""

EXERCISE = "ps4-jvp"
SCORE = 0.5
PASSES_VISIBLE = False
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h = B @ x
    return A_dot @ h**2 + A @ (h * (B_dot @ x + B @ x_dot))
"""
