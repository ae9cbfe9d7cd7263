"""A coordinate of the example was left in as a number."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jacobian(x):
    return np.array([[x[1] ** 2, 8 * x[0]], [x[1], x[0]]])
"""
