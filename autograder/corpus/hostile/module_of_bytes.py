"""Has a module that is no text."""

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py is not UTF-8",)
SAYS = ("differences.py is not UTF-8",)


def change(folder):
    path = folder / "chainrule" / "differences.py"
    path.write_bytes(bytes(range(128, 256)) * 100)
