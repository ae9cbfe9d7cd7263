"""Has a number where the text of a cell should be."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("is not a cell",)


@edits_json
def change(table):
    table["cells"][4]["source"] = 42
