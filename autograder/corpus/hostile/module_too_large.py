"""Has a module of more bytes than are read."""

import os

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py has 20 MB",)


def change(folder):
    os.truncate(folder / "chainrule" / "differences.py", 20_000_001)
