"""Leaves Python when it is called."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("SystemExit",)
ANSWER = """
def jacobian(x):
    raise SystemExit(0)
"""
