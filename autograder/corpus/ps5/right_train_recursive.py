"""Calls itself, layer by layer."""

EXERCISE = "ps5-train"
SCORE = 2.0
ANSWER = """
def residual(parameters, X):

    def rest(H, parameters):
        W, c, *more = parameters
        if not more:
            return H @ W + c
        return rest(H + np.tanh(H @ W + c), more)

    return rest(np.tanh(X @ parameters[0] + parameters[1]), parameters[2:])
"""
