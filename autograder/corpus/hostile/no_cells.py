"""Has no list of cells."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "reject"
SAYS = ("cannot be read as a notebook",)


@edits_json
def change(table):
    del table["cells"]
