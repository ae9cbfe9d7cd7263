"""Prints what it is called with, past Python as well."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ABSENT = ("HIDDEN-ARGUMENT",)
ANSWER = """
import os
import sys

from IPython.display import display


def jacobian(x):
    text = f"HIDDEN-ARGUMENT {x}"
    print(text)
    print(text, file=sys.stderr)
    print(text, file=sys.__stdout__)
    display(text)
    sys.displayhook(text)
    os.write(1, text.encode())
    os.write(2, text.encode())
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
