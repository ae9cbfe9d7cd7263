"""Recurses below Python, until the stack is gone."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("the process that runs your code ended",)
ANSWER = """
import sys


def jacobian(x):
    sys.setrecursionlimit(10**9)

    class Bottomless:
        def __repr__(self):
            return repr(self)

    return repr(Bottomless())
"""
