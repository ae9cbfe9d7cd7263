"""Trains two parameters and forgets the rest."""

EXERCISE = "ps4-train"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    for batch in batches:
        value, gradient = risk(parameters, batch)
        losses.append(value)
        a, b = parameters[:2]
        a, b = a - rate * gradient[0], b - rate * gradient[1]
        parameters = (a, b, *parameters[2:])
    return parameters, np.array(losses)
"""
