"""Returns lists in lists in lists, deeper than any recursion goes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
"""
