"""Gives other cells the names of grade cells."""

from autograder.corpus.hostile._files import edits_json

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"


@edits_json
def change(table):
    for cell in table["cells"]:
        metadata = cell["metadata"].get("nbgrader", {})
        if metadata.get("grade_id") == "ps1-jacobian":
            cell["source"] = "jacobian = np.zeros"
    table["cells"].insert(
        0,
        {
            "cell_type": "code",
            "id": "ps1-jacobian-check",
            "source": "2.0",
            "metadata": {
                "nbgrader": {
                    "grade_id": "ps1-jacobian-check",
                    "grade": True,
                    "locked": False,
                    "solution": False,
                    "points": 2.0,
                    "schema_version": 3,
                }
            },
            "outputs": [],
            "execution_count": None,
        },
    )
