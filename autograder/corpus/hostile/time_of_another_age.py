"""Has files from the year 2300."""

import os

from autograder.corpus.hostile._files import notebook

OUTCOME = "full"
EXERCISE = "ps1-jacobian"


def change(folder):
    os.utime(notebook(folder), (1e10, 1e10))
