"""Has ids that clash with those that a repair would give."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


@edits_json
def change(table):
    for cell in table["cells"]:
        if "nbgrader" not in cell["metadata"]:
            cell["id"] = f"cell-{len(table['cells']) - 1}"
