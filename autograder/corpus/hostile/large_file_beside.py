"""Hands in a file of many bytes that takes no room on its own disk."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
FLAGS = ("1 or more files were not kept",)


def change(folder):
    with (folder / "data.bin").open("wb") as file:
        file.truncate(300 << 20)
