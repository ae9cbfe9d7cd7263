"""Returns text that runs where functions are sent as text."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
class SourceText:
    text = "__import__('os').system('touch @MARK@')"
    names = {}


def jacobian(x):
    return SourceText()
"""
