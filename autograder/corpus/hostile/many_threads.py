"""Starts ten thousand threads."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("RuntimeError",)
ANSWER = """
import threading
import time


def jacobian(x):
    for _ in range(10_000):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
"""
