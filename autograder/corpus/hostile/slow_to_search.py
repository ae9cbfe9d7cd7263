"""Has a line over which a search that goes back would take minutes."""

import nbformat

from autograder.corpus.hostile._files import edits

EXERCISE = "ps1-jacobian"
OUTCOME = "full"


@edits
def change(nb):
    nb.cells.append(nbformat.v4.new_code_cell(" a" * 30_000 + " = ! %"))
