"""Writes bytes that are no frame into every open descriptor."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = r"""
import os


def jacobian(x):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\xff" * 64)
        except OSError:
            pass
    return np.zeros((2, 2))
"""
