"""Asks for a kernel that runs programs."""

from autograder.corpus.hostile._files import edits_json

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


@edits_json
def change(table):
    table["metadata"] = {
        "kernelspec": {"name": "bash", "display_name": "Bash"},
        "language_info": {"name": "bash"},
        "kernel_info": {"name": ["../../bash"]},
    }
