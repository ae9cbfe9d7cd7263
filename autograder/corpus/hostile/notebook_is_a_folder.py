"""Is a folder with the notebook's name."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a regular file",)


def change(folder):
    path = notebook(folder)
    path.unlink()
    path.mkdir()
