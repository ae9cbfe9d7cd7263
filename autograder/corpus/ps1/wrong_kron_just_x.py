"""Returns x, as a note once claimed."""

EXERCISE = "ps1-kron"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = """
def weights_jacobian(x, W):
    return x
"""
