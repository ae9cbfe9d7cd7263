"""Is written in the format of 2013."""

import nbformat

from autograder.corpus.hostile._files import notebook

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


def change(folder):
    path = notebook(folder)
    nb = nbformat.read(path, as_version=4)
    nbformat.write(nb, path, version=3)
