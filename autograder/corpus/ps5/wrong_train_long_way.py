"""Adds the first hidden layer every time."""

EXERCISE = "ps5-train"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def residual(parameters, X):

    first = H = np.tanh(X @ parameters[0] + parameters[1])
    for k in range(2, len(parameters) - 2, 2):
        H = first + np.tanh(H @ parameters[k] + parameters[k + 1])
    return H @ parameters[-2] + parameters[-1]
"""
