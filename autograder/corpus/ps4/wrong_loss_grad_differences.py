"""Central differences of the loss."""

EXERCISE = "ps4-loss-grad"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def loss_grad(x, B, A):
    arguments = [x, B, A]
    bars = [np.zeros(a.shape) for a in arguments]
    for k, a in enumerate(arguments):
        for index in np.ndindex(a.shape):
            ends = []
            for step in (1e-3, -1e-3):
                moved = [b + 0.0 for b in arguments]
                moved[k][index] += step
                ends.append(loss(*moved))
            bars[k][index] = (ends[0] - ends[1]) / 2e-3
    return tuple(bars)
"""
