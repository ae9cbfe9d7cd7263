"""Row vectors from the left, no outer."""

EXERCISE = "ps4-vjp"
SCORE = 3.0
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    h = B @ x
    z = h**2
    z_bar = y_bar @ A
    h_bar = z_bar * (h + h)
    return h_bar @ B, h_bar[:, None] * x[None, :], y_bar[:, None] * z
"""
