"""Has lists and tables where names of grade cells should be."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "full"
EXERCISE = "ps1-jacobian"
FLAGS = ("had lost its metadata",)


@edits_json
def change(table):
    for number, cell in enumerate(table["cells"]):
        if "nbgrader" in cell["metadata"]:
            odd = [["x"], {"y": 1}, None, 7][number % 4]
            cell["metadata"]["nbgrader"] = {"grade_id": odd}
