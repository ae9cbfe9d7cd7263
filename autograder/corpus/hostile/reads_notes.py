"""Looks for the notes of an earlier submission."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import os


def jacobian(x):
    for folder, folders, files in os.walk("/"):
        if folder.startswith(("/proc", "/usr/lib", "/student/lib")):
            folders.clear()
        elif "chain-rule-note" in files:
            return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
    return np.zeros((2, 2))
"""
