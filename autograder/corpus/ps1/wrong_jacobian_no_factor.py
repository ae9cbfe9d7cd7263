"""The factor 2 of the square is lost."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jacobian(x):
    return np.array([[x[1] ** 2, x[0] * x[1]], [x[1], x[0]]])
"""
