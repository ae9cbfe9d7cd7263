"""Uses one inner layer, however many there are."""

EXERCISE = "ps5-train"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def residual(parameters, X):

    H = np.tanh(X @ parameters[0] + parameters[1])
    if len(parameters) > 4:
        H = H + np.tanh(H @ parameters[2] + parameters[3])
    return H @ parameters[-2] + parameters[-1]
"""
