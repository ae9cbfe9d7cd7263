"""Says that its version is a word."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("cannot be read as a notebook",)


@edits_json
def change(table):
    table["nbformat"], table["nbformat_minor"] = "four", None
