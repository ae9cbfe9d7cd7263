"""Has a module that takes for ever to import."""

EXERCISE = "ps1-directional"
OUTCOME = "stop"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("did not end",)
ANSWER = """
while True:
    pass


def directional_difference(f, x, v, h, method="central"):
    return None
"""
