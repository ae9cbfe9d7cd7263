"""Writes into the caller's arrays."""

EXERCISE = "ps4-train"
SCORE = 1.5
PASSES_VISIBLE = False
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    for batch in batches:
        value, gradient = risk(parameters, batch)
        losses.append(value)
        for p, g in zip(parameters, gradient):
            p -= rate * g
    return parameters, np.array(losses)
"""
