"""Complex steps of a scalar, one for each entry."""

EXERCISE = "ps4-vjp"
SCORE = 3.0
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    arguments = [x, B, A]
    bars = [np.zeros(a.shape) for a in arguments]
    for k, a in enumerate(arguments):
        for index in np.ndindex(a.shape):
            moved = [b.astype(complex) for b in arguments]
            moved[k][index] += 1e-100j
            bars[k][index] = (y_bar @ two_layers(*moved)).imag / 1e-100
    return tuple(bars)
"""
