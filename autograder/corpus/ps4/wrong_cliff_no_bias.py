"""Forgets that the bias is a parameter."""

EXERCISE = "ps4-cliff"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def largest_rate(X):
    return 1 / np.linalg.norm(X, 2) ** 2
"""
