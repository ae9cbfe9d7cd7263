"""Keeps only the squares and takes their root for h."""

EXERCISE = "ps4-jvp"
SCORE = 0.5
PASSES_VISIBLE = True
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    z = (B @ x) ** 2
    h = np.sqrt(z)
    return A_dot @ z + A @ (2 * h * (B_dot @ x + B @ x_dot))
"""
