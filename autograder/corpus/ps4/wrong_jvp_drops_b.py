"""Forgets that B moves."""

EXERCISE = "ps4-jvp"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h = B @ x
    return A_dot @ h**2 + A @ (2 * h * (B @ x_dot))
"""
