"""Uses the diagonal of M alone."""

EXERCISE = "ps6-steepest"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def gradient_in(M, g):
    return g / np.diag(M)
"""
