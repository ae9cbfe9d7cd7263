"""Prints in a thread what it was called with, after the call."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ABSENT = ("HIDDEN-ARGUMENT",)
ANSWER = """
import threading


def jacobian(x):
    text = f"HIDDEN-ARGUMENT {x}"
    threading.Timer(0.05, print, [text]).start()
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
