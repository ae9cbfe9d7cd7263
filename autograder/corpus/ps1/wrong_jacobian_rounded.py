"""Rounds the entries to whole numbers, as in the examples."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = """
def jacobian(x):
    return np.round([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
