"""With the inverse."""

EXERCISE = "ps6-steepest"
SCORE = 1.0
ANSWER = """
def gradient_in(M, g):
    return np.linalg.inv(M) @ g
"""
