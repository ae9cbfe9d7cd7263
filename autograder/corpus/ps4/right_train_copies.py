"""Works on copies, in place."""

EXERCISE = "ps4-train"
SCORE = 2.0
ANSWER = """
def train(risk, parameters, batches, rate):
    parameters = [np.array(p, dtype=float) for p in parameters]
    losses = []
    for batch in batches:
        value, gradient = risk(tuple(parameters), batch)
        losses += [value]
        for p, g in zip(parameters, gradient):
            p -= rate * g
    return tuple(parameters), np.asarray(losses)
"""
