"""Is just above the largest size that is read."""

import os

from autograder.corpus.hostile._files import notebook

OUTCOME = "reject"
SAYS = ("clear all outputs",)


def change(folder):
    os.truncate(notebook(folder), 20_000_001)
