"""Holds a number of a million digits."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a whole notebook",)


def change(folder):
    notebook(folder).write_text('{"nbformat": ' + "9" * 1_000_000 + "}")
