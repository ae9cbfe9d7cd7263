"""Has a line that a search for magics would go over again and again."""

import nbformat

from autograder.corpus.hostile._files import edits

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
FLAGS = ("did not end",)


@edits
def change(nb):
    nb.cells.append(nbformat.v4.new_code_cell(" a" * 300_000 + " = ! %"))
