"""Computes the gradient once, at the start."""

EXERCISE = "ps4-train"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    batches = list(batches)
    _, gradient = risk(parameters, batches[0])
    for batch in batches:
        losses.append(risk(parameters, batch)[0])
        parameters = tuple(p - rate * g for p, g in zip(parameters, gradient))
    return parameters, np.array(losses)
"""
