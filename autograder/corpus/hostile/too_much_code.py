"""Has more code than a parser should have to read."""

import nbformat

from autograder.corpus.hostile._files import edits

OUTCOME = "reject"
SAYS = ("characters of code", "hand it in again")


@edits
def change(nb):
    for _ in range(5):
        nb.cells.append(nbformat.v4.new_code_cell("a=" * 120_000 + "1"))
