"""Returns the value beside the tangent."""

EXERCISE = "ps4-jvp"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h, h_dot = B @ x, B_dot @ x + B @ x_dot
    return A @ h**2, A_dot @ h**2 + A @ (2 * h * h_dot)
"""
