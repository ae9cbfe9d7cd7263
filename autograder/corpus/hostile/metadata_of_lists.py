"""Has a list where a cell's metadata should be."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("cannot be read as a notebook",)


@edits_json
def change(table):
    table["cells"][3]["metadata"] = ["nbgrader"]
