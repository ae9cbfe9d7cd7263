"""Fills files that live in memory and belong to no folder."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
NAMESPACES = True
ANSWER = """
import os


def jacobian(x):
    held = 0
    try:
        for _ in range(40):
            descriptor = os.memfd_create("held")
            held += os.write(descriptor, bytes(32 << 20))
    except OSError:
        pass
    if held < 1 << 30:
        return None
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
