"""Ends the process at once, in an answer cell."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("ended the kernel",)
ANSWER = """
import os

os._exit(0)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
