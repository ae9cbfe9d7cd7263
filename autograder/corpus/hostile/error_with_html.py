"""Raises an error whose name and text are HTML, and terminal codes."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = r"""
kind = type("<script>evil(1)</script>", (Exception,), {})


def jacobian(x):
    raise kind("<img src=x onerror=evil(2)> \x1b[2J \x1b]0;evil\x07")
"""
