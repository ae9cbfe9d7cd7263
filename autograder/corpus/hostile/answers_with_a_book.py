"""Returns a text of many megabytes, which a message would quote."""

EXERCISE = "ps1-lineup"
OUTCOME = "zero"
ANSWER = """
def identify(box):
    return "x" * 15_000_000
"""
