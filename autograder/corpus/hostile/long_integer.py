"""Returns an integer whose decimal form takes minutes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    return 1 << 4_000_000
"""
