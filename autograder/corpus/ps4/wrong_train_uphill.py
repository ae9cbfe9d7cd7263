"""Adds the gradient."""

EXERCISE = "ps4-train"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    for batch in batches:
        value, gradient = risk(parameters, batch)
        losses.append(value)
        parameters = tuple(p + rate * g for p, g in zip(parameters, gradient))
    return parameters, np.array(losses)
"""
