"""Has a file whose name is a command to a terminal, and forges a line."""

OUTCOME = "reject"
SAYS = ("hand in the whole folder",)


def change(folder):
    (folder / "jacobians.ipynb").unlink()
    for name in ("a\x1b[2J\x1b]0;title\x07", "b\nrefused: anna: forged"):
        (folder / f"{name}.ipynb").write_text("{}")
