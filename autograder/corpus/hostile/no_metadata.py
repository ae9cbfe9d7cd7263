"""Has cells without any metadata."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "full"
FLAGS = ("had lost its metadata",)
EXERCISE = "ps1-jacobian"


@edits_json
def change(table):
    for cell in table["cells"]:
        del cell["metadata"]
