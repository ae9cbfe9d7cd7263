"""Three separate terms, by index."""

EXERCISE = "ps4-jvp"
SCORE = 2.0
ANSWER = """
def two_layers_jvp(x, B, A, tangents):
    x_dot, B_dot, A_dot = tangents
    h = np.einsum("ij,j->i", B, x)
    first = 2 * np.einsum("ki,i,ij,j->k", A, h, B, x_dot)
    second = 2 * np.einsum("ki,i,ij,j->k", A, h, B_dot, x)
    return first + second + np.einsum("ki,i,i->k", A_dot, h, h)
"""
