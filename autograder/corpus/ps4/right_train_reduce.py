"""Folds a step function over the batches."""

EXERCISE = "ps4-train"
SCORE = 2.0
ANSWER = """
def train(risk, parameters, batches, rate):
    from functools import reduce

    def step(state, batch):
        now, losses = state
        value, gradient = risk(now, batch)
        moved = [np.subtract(p, np.multiply(rate, g)) for p, g in zip(now, gradient)]
        return tuple(moved), np.append(losses, value)

    return reduce(step, batches, (parameters, np.zeros(0)))
"""
