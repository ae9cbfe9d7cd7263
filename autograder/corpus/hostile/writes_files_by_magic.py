"""Writes the answer cell to a file instead of running it."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
FLAGS = ("%%writefile does nothing",)
ANSWER = """
%%writefile numpy.py
raise SystemExit
"""
