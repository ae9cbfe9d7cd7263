"""Holds outputs in its grade cells that say a thousand points."""

import nbformat

from autograder.corpus.hostile._files import cell_of, edits

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ABSENT = ("1000.0",)


@edits
def change(nb):
    cell_of(nb, "ps1-jacobian").source = "jacobian = np.zeros"
    for cell in nb.cells:
        if cell.cell_type == "code":
            words = ("execute_result", {"text/plain": "1000.0"})
            cell.outputs = [nbformat.v4.new_output(*words)]
