"""Central differences: ten digits at best."""

EXERCISE = "ps4-jvp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h = 1e-5
    ahead = two_layers(x + h * x_dot, B + h * B_dot, A + h * A_dot)
    behind = two_layers(x - h * x_dot, B - h * B_dot, A - h * A_dot)
    return (ahead - behind) / (2 * h)
"""
