"""Looks for files, folders and foreign sockets that were left open."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os
import stat


def jacobian(x):
    sockets = 0
    for descriptor in range(256):
        try:
            found = os.fstat(descriptor)
        except OSError:
            continue
        sockets += stat.S_ISSOCK(found.st_mode)
        foreign = stat.S_ISDIR(found.st_mode)
        foreign |= stat.S_ISREG(found.st_mode) and found.st_nlink > 0
        if foreign or sockets > 3:  # to the host, and two of asyncio's own
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
