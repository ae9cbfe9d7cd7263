"""Records the loss after the step."""

EXERCISE = "ps4-train"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    for batch in batches:
        value, gradient = risk(parameters, batch)
        parameters = tuple(p - rate * g for p, g in zip(parameters, gradient))
        losses.append(risk(parameters, batch)[0])
    return parameters, np.array(losses)
"""
