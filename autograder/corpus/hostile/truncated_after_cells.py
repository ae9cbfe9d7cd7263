"""Ends in the middle of the last bracket."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a whole notebook",)


def change(folder):
    path = notebook(folder)
    path.write_bytes(path.read_bytes().rstrip()[:-1])
