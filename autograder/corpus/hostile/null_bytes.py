"""Is a file of zeros, as a full disk leaves it."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a whole notebook",)


def change(folder):
    notebook(folder).write_bytes(bytes(4096))
