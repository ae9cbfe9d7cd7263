"""Has a module that is a link to a file outside."""

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py was not handed in",)


def change(folder):
    path = folder / "chainrule" / "differences.py"
    path.rename(folder / "kept.py")
    path.symlink_to(folder / "kept.py")
