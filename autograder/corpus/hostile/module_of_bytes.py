"""Has a module that is no text."""

OUTCOME = "zero"
EXERCISE = "ps1-directional"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0}
FLAGS = ("differences.py is not UTF-8",)


def change(folder):
    path = folder / "chainrule" / "differences.py"
    path.write_bytes(b"\xff\xfe" + path.read_text("utf-8").encode("utf-16"))
