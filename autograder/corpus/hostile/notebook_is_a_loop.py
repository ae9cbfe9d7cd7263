"""Is a link to itself."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("jacobians.ipynb",)


def change(folder):
    path = notebook(folder)
    path.unlink()
    path.symlink_to(path.name)
