"""Opens tags that an HTML parser opens again in each paragraph."""

import nbformat

from autograder.corpus.hostile._files import edits

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
BOLD = "".join(f"<b id={n}>" for n in range(1200))


@edits
def change(nb):
    nb.cells.append(nbformat.v4.new_markdown_cell(BOLD + "<p>x" * 1200))
