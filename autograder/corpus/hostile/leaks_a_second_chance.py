"""Breaks its module, reads ours, which stands in for it, and raises it."""

from autograder.corpus.hostile._files import set_answer

EXERCISE = "ps1-directional"
OUTCOME = "zero"
SCORES = {"ps1-numerical-jacobian": 0, "ps1-taylor": 0, "ps1-matrix": 1}
FLAGS = ("ps1-matrix earned 1 with references",)
ABSENT = ("READ:",)


def change(folder):
    (folder / "chainrule" / "differences.py").write_text("1 / 0\n")
    set_answer(folder, "ps1-matrix", READS)


READS = """
def ours():
    with open("chainrule/differences.py") as file:
        return file.read()


def d_square(X, V):
    return X @ V + V @ X if "def " in ours() else None


def d_inverse(X, V):
    raise ValueError("READ:" + ours()[-200:])
"""
