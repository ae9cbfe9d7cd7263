"""Stops its own process, as Ctrl-Z does."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os
import signal


def jacobian(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return np.zeros((2, 2))
"""
