"""Holds megabytes of images in its outputs."""

import nbformat

from autograder.corpus.hostile._files import edits

OUTCOME = "full"
EXERCISE = "ps1-jacobian"
ABSENT = ("STALE-OUTPUT",)


@edits
def change(nb):
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = [
                nbformat.v4.new_output(
                    "display_data",
                    {"image/png": "A" * 300_000, "text/plain": "STALE-OUTPUT"},
                )
            ]
