"""Replaces the assertions of unittest and of whatever calls itself pytest."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import sys
import types
import unittest

for name in dir(unittest.TestCase):
    if name.startswith("assert"):
        setattr(unittest.TestCase, name, lambda *args, **kwargs: None)
sys.modules["pytest"] = types.SimpleNamespace(approx=lambda *args: args[0])


def jacobian(x):
    return np.zeros((2, 2))
"""
