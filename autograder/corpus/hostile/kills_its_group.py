"""Kills its own process group."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os
import signal


def jacobian(x):
    os.killpg(0, signal.SIGKILL)
    return np.zeros((2, 2))
"""
