"""Says that it is written in a format that does not exist yet."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("cannot be read as a notebook",)


@edits_json
def change(table):
    table["nbformat"] = 99
