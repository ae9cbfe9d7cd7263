"""Has letters in a cell that no file can hold."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("hand it in again",)


@edits_json
def change(table):
    table["cells"][4]["source"] = "# \ud800"
