"""Is a link to a notebook outside the folder."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("is not a regular file",)


def change(folder):
    path = notebook(folder)
    path.rename(folder / "kept")
    path.symlink_to(folder / "kept")
