"""Begins with a merge-conflict marker."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("merge-conflict markers",)


def change(folder):
    path = notebook(folder)
    text = path.read_text("utf-8")
    path.write_text("<<<<<<< HEAD\n" + text + ">>>>>>> theirs\n", "utf-8")
