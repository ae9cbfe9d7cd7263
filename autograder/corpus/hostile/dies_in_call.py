"""Ends the process at once, when it is called."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("the process that runs your code ended",)
ANSWER = """
import os


def jacobian(x):
    os._exit(0)
"""
