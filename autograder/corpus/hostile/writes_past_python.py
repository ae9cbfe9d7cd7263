"""Writes a hundred megabytes past Python's own output."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import os

try:
    for _ in range(100):
        os.write(1, b"a" * (1 << 20))
except OSError:
    pass


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
