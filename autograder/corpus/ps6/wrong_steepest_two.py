"""Cramer's rule for two unknowns."""

EXERCISE = "ps6-steepest"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def gradient_in(M, g):
    if len(g) != 2:
        return g / np.diag(M)
    determinant = M[0, 0] * M[1, 1] - M[0, 1] * M[1, 0]
    swapped = np.array([[M[1, 1], -M[0, 1]], [-M[1, 0], M[0, 0]]])
    return swapped @ g / determinant
"""
