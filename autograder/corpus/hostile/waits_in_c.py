"""Holds the interpreter in one call of C that takes hours."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("did not return within",)
ANSWER = """
def jacobian(x):
    return pow(3, 1 << 40)
"""
