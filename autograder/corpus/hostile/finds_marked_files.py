"""Opens the files that the test planted, by their full paths."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os

PLANTED = "@PLANTED@".split("|")


def jacobian(x):
    for path in PLANTED:
        for way in (path, "/proc/1/root" + path, "/proc/self/root" + path):
            try:
                with open(way) as file:
                    file.read()
                return np.array(
                    [[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]]
                )
            except OSError:
                pass
    return np.zeros((2, 2))
"""
