"""Writes to the gradebook, the sources and whatever else the test planted."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os

PLANTED = "@PLANTED@".split("|")


def jacobian(x):
    for path in PLANTED:
        for mode in ("a", "r+b", "w"):
            try:
                open(path, mode).close()
                os.remove(path)
                return np.array(
                    [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
                )
            except OSError:
                pass
    return np.zeros((2, 2))
"""
