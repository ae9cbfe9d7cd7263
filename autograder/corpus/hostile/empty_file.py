"""Is a file of no bytes."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a whole notebook",)


def change(folder):
    notebook(folder).write_bytes(b"")
