"""Is a pipe that nobody writes to."""

import os

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a regular file",)


def change(folder):
    path = notebook(folder)
    path.unlink()
    os.mkfifo(path)
