"""Waits for someone to type."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import getpass
import sys

for ask in (input, getpass.getpass, sys.stdin.readline):
    try:
        ask()
    except Exception as error:
        print(type(error).__name__)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
