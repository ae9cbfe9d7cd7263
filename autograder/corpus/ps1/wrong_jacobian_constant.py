"""Returns the matrix of the example at every point."""

EXERCISE = "ps1-jacobian"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def jacobian(x):
    return np.array([[16.0, 24.0], [4.0, 3.0]])
"""
