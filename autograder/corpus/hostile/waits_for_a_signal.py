"""Waits for a signal that never comes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
SAYS = ("did not return within",)
ANSWER = """
import signal


def jacobian(x):
    while True:
        signal.pause()
"""
