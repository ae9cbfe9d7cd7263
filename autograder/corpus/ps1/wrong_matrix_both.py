"""Both derivatives from the scalar rules."""

EXERCISE = "ps1-matrix"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def d_square(X, V):
    return 2 * X * V


def d_inverse(X, V):
    return -V / X.clip(1e-9) ** 2
"""
