"""Has more cells than any problem set."""

import nbformat

from autograder.corpus.hostile._files import edits

OUTCOME = "reject"
SAYS = ("at most 2000 are accepted",)


@edits
def change(nb):
    nb.cells += [nbformat.v4.new_code_cell("1") for _ in range(2000)]
