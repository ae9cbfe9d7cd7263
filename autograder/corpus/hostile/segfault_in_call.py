"""Reads address zero when it is called."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("the process that runs your code ended",)
ANSWER = """
import ctypes


def jacobian(x):
    return ctypes.string_at(0)
"""
