"""Has a time stamp that never says anything."""

import os

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


def change(folder):
    os.mkfifo(folder / "timestamp.txt")
