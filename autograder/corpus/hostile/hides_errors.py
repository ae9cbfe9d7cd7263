"""Lets the shell show no error, so that nothing looks wrong."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
SAYS = ("ZeroDivisionError",)
ANSWER = """
from IPython.core.interactiveshell import InteractiveShell

InteractiveShell.showtraceback = lambda *args, **kwargs: None
InteractiveShell._showtraceback = lambda *args, **kwargs: None
get_ipython().showtraceback = lambda *args, **kwargs: None


def jacobian(x):
    return 1 / 0
"""
