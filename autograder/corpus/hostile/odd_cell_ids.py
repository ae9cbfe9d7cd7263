"""Has ids of cells that are no ids: lists, long texts, scripts."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


@edits_json
def change(table):
    for number, cell in enumerate(table["cells"]):
        odd = [["x"], {"y": 1}, 7, "a" * 10_000, "<script>evil(1)</script>"]
        cell["id"] = odd[number % 5]
