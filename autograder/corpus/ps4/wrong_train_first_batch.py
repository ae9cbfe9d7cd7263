"""Looks at the first batch in every step."""

EXERCISE = "ps4-train"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def train(risk, parameters, batches, rate):
    losses = []
    batches = list(batches)
    for _ in batches:
        value, gradient = risk(parameters, batches[0])
        losses.append(value)
        parameters = tuple(p - rate * g for p, g in zip(parameters, gradient))
    return parameters, np.array(losses)
"""
