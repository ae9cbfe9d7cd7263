"""Returns a list of a million entries."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    return [None] * 1_000_000
"""
