"""Calls itself for ever."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("RecursionError",)
ANSWER = """
def jacobian(x):
    return jacobian(x)
"""
