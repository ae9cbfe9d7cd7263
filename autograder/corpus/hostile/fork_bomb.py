"""Forks again and again; the loop is bounded."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
ANSWER = """
import os
import time


def jacobian(x):
    for _ in range(9):
        try:
            os.fork()
        except OSError:
            break
    time.sleep(20)
"""
