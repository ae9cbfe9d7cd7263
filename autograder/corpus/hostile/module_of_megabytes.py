"""Has a module of a few megabytes, more than one frame holds."""

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py has",)
SAYS = ("at most 1000000 are accepted",)


def change(folder):
    with (folder / "chainrule" / "differences.py").open("a") as file:
        file.write("\n# " + "\N{LATIN SMALL LETTER A WITH DIAERESIS}" * 3_000_000)
