"""Prints and displays what looks like a grade."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import json
import sys

from IPython.display import display

print(json.dumps({"ps1-jacobian-check": 2.0, "score": 2.0, "passed": True}))
display(2.0)
sys.displayhook(2.0)
print("2.0", file=sys.stderr)


def jacobian(x):
    display(2.0)
    sys.displayhook(2.0)
    print("2.0")


2.0
"""
