"""Has nineteen hundred cells more than it was handed out with."""

import nbformat

from autograder.corpus.hostile._files import edits

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


@edits
def change(nb):
    nb.cells += [nbformat.v4.new_markdown_cell("x") for _ in range(1900)]
