"""Has a Markdown cell that takes minutes to read."""

import nbformat

from autograder.corpus.hostile._files import edits

EXERCISE = "ps1-jacobian"
OUTCOME = "reject"
SAYS = ("characters of text, at most",)


@edits
def change(nb):
    nb.cells.append(nbformat.v4.new_markdown_cell("\\begin{a}" * 100_000))
