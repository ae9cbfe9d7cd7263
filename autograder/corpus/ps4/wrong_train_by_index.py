"""Asks the batches for their number."""

EXERCISE = "ps4-train"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = np.zeros(len(batches))
    for k in range(len(batches)):
        losses[k], gradient = risk(parameters, batches[k])
        parameters = tuple(p - rate * g for p, g in zip(parameters, gradient))
    return parameters, losses
"""
