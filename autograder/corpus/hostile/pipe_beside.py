"""Has a pipe and a link to a device beside its notebook."""

import os

OUTCOME = "full"
FLAGS = ("random.py",)
EXERCISE = "ps1-jacobian"


def change(folder):
    os.mkfifo(folder / "pipe")
    os.mkfifo(folder / "chainrule" / "pipe.py")
    (folder / "endless").symlink_to("/dev/zero")
    (folder / "random.py").symlink_to("/dev/random")
