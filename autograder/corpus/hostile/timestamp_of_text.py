"""Has a time stamp that is no time."""

OUTCOME = "full"
EXERCISE = "ps1-jacobian"
FLAGS = ("timestamp.txt",)


def change(folder):
    (folder / "timestamp.txt").write_text("yesterday, <b>honestly</b>\n")
