"""Accumulates into an array that outlives the call."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
table = np.zeros((2, 2))
seen = []


def jacobian(x):
    if not seen:
        seen.append(x.copy())
    x = seen[0]
    table[0] = x[1] ** 2, 2 * x[0] * x[1]
    table[1] = x[1], x[0]
    return table
"""
