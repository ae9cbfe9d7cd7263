"""Leaves threads, children and exit handlers that would change results."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import atexit
import os
import threading
import time

finished = []


def later():
    time.sleep(0.5)
    while True:
        globals()["jacobian"] = lambda x: np.zeros((2, 2))
        finished.append(1)
        time.sleep(0.01)


threading.Thread(target=later, daemon=True).start()
atexit.register(later)
if os.fork() == 0:
    os.setsid()
    time.sleep(30)
    os._exit(0)


def jacobian(x):
    return np.zeros((2, 2))
"""
