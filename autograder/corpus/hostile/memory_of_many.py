"""Holds a gigabyte in each of six processes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
NAMESPACES = True
ANSWER = """
import os
import time


def jacobian(x):
    for _ in range(6):
        if os.fork() == 0:
            kept = b"x" * (1 << 30)
            time.sleep(20)
            os._exit(len(kept) > 0)
    time.sleep(20)
"""
