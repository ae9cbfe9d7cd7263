"""One complex step."""

EXERCISE = "ps4-jvp"
SCORE = 2.0
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h = 1e-100
    moved = two_layers(x + 1j * h * x_dot, B + 1j * h * B_dot, A + 1j * h * A_dot)
    return moved.imag / h
"""
