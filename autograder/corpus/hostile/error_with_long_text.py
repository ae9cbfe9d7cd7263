"""Raises an error with ten million letters."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
def jacobian(x):
    raise ValueError("a" * 10_000_000)
"""
