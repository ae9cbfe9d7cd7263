"""Has a package that is a link to a folder outside, with right answers."""

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py was not handed in",)


def change(folder):
    path = folder / "chainrule"
    path.rename(folder / "kept")
    path.symlink_to(folder / "kept")
