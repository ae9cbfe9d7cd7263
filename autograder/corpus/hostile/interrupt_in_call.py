"""Raises what an interrupt raises."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("KeyboardInterrupt",)
ANSWER = """
def jacobian(x):
    raise KeyboardInterrupt
"""
