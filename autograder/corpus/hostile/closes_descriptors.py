"""Closes everything that is open, the socket to the host as well."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("the process that runs your code ended",)
ANSWER = """
import os


def jacobian(x):
    os.closerange(0, 256)
    return np.zeros((2, 2))
"""
