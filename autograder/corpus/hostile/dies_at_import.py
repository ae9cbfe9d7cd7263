"""Has a module that ends the process that imports it."""

EXERCISE = "ps1-directional"
OUTCOME = "stop"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("ended the kernel",)
ANSWER = """
__import__("os")._exit(0)


def directional_difference(f, x, v, h, method="central"):
    return None
"""
