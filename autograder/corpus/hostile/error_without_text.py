"""Raises an error whose text cannot be read."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("its text cannot be read",)
ANSWER = """
class Mute(Exception):
    def __str__(self):
        raise RecursionError


def jacobian(x):
    raise Mute
"""
