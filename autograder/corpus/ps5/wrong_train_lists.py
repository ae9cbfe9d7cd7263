"""Fills an array, row by row."""

EXERCISE = "ps5-train"
SCORE = 1.0
PASSES_VISIBLE = False
ANSWER = """
def residual(parameters, X):

    Z = np.zeros((len(X), len(parameters[-1])))
    for row, x in enumerate(X):
        h = np.tanh(x @ parameters[0] + parameters[1])
        for k in range(2, len(parameters) - 2, 2):
            h = h + np.tanh(h @ parameters[k] + parameters[k + 1])
        Z[row] = h @ parameters[-2] + parameters[-1]
    return Z
"""
