"""Products by index, and y added to itself."""

EXERCISE = "ps4-loss-grad"
SCORE = 3.0
ANSWER = """
def loss_grad(x, B, A):
    h = np.einsum("ij,j->i", B, x)
    z = np.square(h)
    y = np.einsum("ki,i->k", A, z)
    y_bar = y + y
    h_bar = (h + h) * np.einsum("ki,k->i", A, y_bar)
    x_bar = np.einsum("ij,i->j", B, h_bar)
    return x_bar, h_bar[:, None] * x, np.einsum("k,i->ki", y_bar, z)
"""
