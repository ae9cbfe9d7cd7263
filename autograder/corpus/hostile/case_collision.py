"""Has two notebooks whose names differ in capitals only."""

from autograder.corpus.hostile._files import notebook

OUTCOME = "full"
EXERCISE = "ps1-jacobian"
FLAGS = ("JACOBIANS.IPYNB",)


def change(folder):
    path = notebook(folder)
    (folder / "JACOBIANS.IPYNB").write_bytes(path.read_bytes())
