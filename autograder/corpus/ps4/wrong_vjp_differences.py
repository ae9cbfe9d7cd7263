"""Central differences of a scalar, entry by entry."""

EXERCISE = "ps4-vjp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def two_layers_vjp(x, B, A, y_bar):
    arguments = [x, B, A]
    bars = [np.zeros(a.shape) for a in arguments]
    for k, a in enumerate(arguments):
        for index in np.ndindex(a.shape):
            ends = []
            for step in (1e-4, -1e-4):
                moved = [b.copy() for b in arguments]
                moved[k][index] += step
                ends.append(y_bar @ two_layers(*moved))
            bars[k][index] = (ends[0] - ends[1]) / 2e-4
    return tuple(bars)
"""
