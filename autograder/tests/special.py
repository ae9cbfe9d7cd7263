"""Submissions of ps1 that are odd in other ways than a wrong formula."""

import json
from pathlib import Path

import nbformat

from autograder.corpus.sample_class import STUDENTS
from autograder.repair import grade_id
from autograder.tests.classes import Student

NOTEBOOK = "jacobians.ipynb"


def notebook_change(change):
    """Turn a change of a notebook into a change of a folder."""

    def apply(folder: Path) -> None:
        path = folder / NOTEBOOK
        nb = nbformat.read(path, as_version=4)
        change(nb)
        nbformat.write(nb, path)

    return apply


def cell_of(nb, name):
    """The cell with a grade_id."""
    return next(cell for cell in nb.cells if grade_id(cell) == name)


@notebook_change
def duplicate_check(nb):
    """Paste a check cell a second time, as Ctrl-C Ctrl-V does."""
    check = cell_of(nb, "ps1-jacobian-check")
    copy = nbformat.from_dict(check)
    copy["id"] = "pasted"
    nb.cells.append(copy)


@notebook_change
def delete_check(nb):
    """Delete the check cell of a wrong answer."""
    nb.cells.remove(cell_of(nb, "ps1-jacobian-check"))


@notebook_change
def edit_check(nb):
    """Edit a check cell so that it always passes."""
    cell_of(nb, "ps1-jacobian-check").source = "2.0"


@notebook_change
def reorder(nb):
    """Move an answer below its check."""
    cell = cell_of(nb, "ps1-jacobian")
    nb.cells.remove(cell)
    nb.cells.append(cell)


@notebook_change
def strip_metadata(nb):
    """Lose all cell metadata, as some tools do."""
    for cell in nb.cells:
        cell.metadata.clear()


@notebook_change
def flip_flags(nb):
    """Give a check cell other flags and a thousand points."""
    metadata = cell_of(nb, "ps1-jacobian-check").metadata["nbgrader"]
    metadata.update(points=1000, solution=True, locked=False)


@notebook_change
def scratch_below(nb):
    """Try things below, under names that answers have or need."""
    cells = (
        "jacobian = jacobian(np.array([2.0, 3.0]))\nprint(jacobian)",
        "import jax.numpy as np",
        "del weights_jacobian",
        "min = 3",
    )
    nb.cells += [nbformat.v4.new_code_cell(text) for text in cells]


@notebook_change
def answer_below(nb):
    """Leave an answer cell wrong, and solve it below the check."""
    answer = cell_of(nb, "ps1-jacobian")
    nb.cells.append(nbformat.v4.new_code_cell(answer.source))
    answer.source = WRONG_JACOBIAN


@notebook_change
def as_in_a_kernel(nb):
    """Ask in an answer cell for what only a notebook's kernel has."""
    cell_of(nb, "ps1-jacobian").source = (
        LIKE_A_KERNEL + cell_of(nb, "ps1-jacobian").source
    )


def rename(folder: Path) -> None:
    """Hand the notebook in as a browser saved it."""
    (folder / NOTEBOOK).rename(folder / "jacobians (1).ipynb")


def delete_package(folder: Path) -> None:
    """Delete the package, in the hope of finding a solved one."""
    for path in sorted((folder / "chainrule").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (folder / "chainrule").rmdir()


def rename_module(folder: Path) -> None:
    """Hand a module in as a browser saved it, beside the notebooks."""
    path = folder / "chainrule" / "differences.py"
    path.rename(folder / "differences (1).py")


def rename_package(folder: Path) -> None:
    """Write the package's name with a capital, and the module's."""
    path = folder / "chainrule" / "differences.py"
    path.rename(path.with_name("Differences.py"))
    (folder / "chainrule").rename(folder / "Chainrule")


def module_in_utf16(folder: Path) -> None:
    """Save a module as some editors do."""
    path = folder / "chainrule" / "differences.py"
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def wrap(folder: Path) -> None:
    """Hand in what an archive unpacks to: folders around the files."""
    inner = folder / "my homework" / "ps1 final"
    files = list(folder.iterdir())
    inner.mkdir(parents=True)
    for path in files:
        path.rename(inner / path.name)


def shadow_numpy(folder: Path) -> None:
    """Add a file that would shadow NumPy."""
    (folder / "numpy.py").write_text("raise SystemExit('shadowed')\n")


def with_conflict(folder: Path) -> None:
    """Leave merge-conflict markers in the file."""
    path = folder / NOTEBOOK
    text = path.read_text("utf-8")
    path.write_text("<<<<<<< HEAD\n" + text + "\n<<<<<<< end\n", "utf-8")


def as_utf16(folder: Path) -> None:
    """Save the notebook in another encoding."""
    path = folder / NOTEBOOK
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def with_bom(folder: Path) -> None:
    """Save the notebook with a byte-order mark and Windows line ends."""
    path = folder / NOTEBOOK
    text = path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())


def truncate(folder: Path) -> None:
    """Cut the file in half."""
    path = folder / NOTEBOOK
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) // 2], "utf-8")


def not_a_notebook(folder: Path) -> None:
    """Hand in JSON that is no notebook."""
    (folder / NOTEBOOK).write_text(json.dumps({"answer": 42}), "utf-8")


def no_notebook(folder: Path) -> None:
    """Forget the notebook."""
    (folder / NOTEBOOK).unlink()


def syntax_error(folder: Path) -> None:
    """Save a module in the middle of a line."""
    path = folder / "chainrule" / "differences.py"
    path.write_text(path.read_text("utf-8") + "\ndef unfinished(\n", "utf-8")


WRONG_JACOBIAN = "def jacobian(x):\n    return np.zeros((2, 2))"

LIKE_A_KERNEL = """
%matplotlib tk
import asyncio
import matplotlib

matplotlib.use("TkAgg")
asyncio.get_running_loop().time() + 1
taken = %timeit -o -q -n 1000 sum(range(9))
taken.average + 1
total = %time sum(range(9))
total + 1
"""

PATH_HUNTER = """
import importlib
import os
import pathlib
import sys


def jacobian(x):
    sys.modules.pop("chainrule", None)
    sys.modules.pop("chainrule.differences", None)
    sys.path[:0] = [
        *map(str, pathlib.Path.cwd().parents),
        *(str(p / "course") for p in pathlib.Path.cwd().parents),
        os.path.expanduser("~"),
    ]
    module = importlib.import_module("chainrule.differences")
    return module.numerical_jacobian(F, x)
"""

MODULES = ("ps1-directional", "ps1-numerical-jacobian", "ps1-taylor")
LOST = {name: 0.0 for name in MODULES}

DEMO = {
    name: Student(f"demo-{name}", STUDENTS[name].get("answers", {}), scores)
    for name, scores in {
        "warns-and-prints": {},
        "cheats": {"ps1-jacobian": 0.0},
        "raises": {"ps1-kron": 0.0},
        "never-ends": {"ps1-composition": 0.0},
    }.items()
}

GRADED = (
    Student("complete"),
    Student("blank", solved=False),
    *DEMO.values(),
    Student("duplicate-check", change=duplicate_check),
    Student(
        "delete-check",
        {"ps1-jacobian": WRONG_JACOBIAN},
        {"ps1-jacobian": 0.0},
        change=delete_check,
    ),
    Student(
        "edit-check",
        {"ps1-jacobian": WRONG_JACOBIAN},
        {"ps1-jacobian": 0.0},
        change=edit_check,
    ),
    Student("reorder", change=reorder),
    Student("strip-metadata", change=strip_metadata),
    Student("flip-flags", change=flip_flags),
    Student("scratch-below", change=scratch_below),
    Student("answer-below", change=answer_below),
    Student("as-in-a-kernel", change=as_in_a_kernel),
    Student("rename", change=rename),
    Student("bom", change=with_bom),
    Student("rename-module", change=rename_module),
    Student("rename-package", change=rename_package),
    Student("module-utf16", change=module_in_utf16),
    Student("wrap", change=wrap),
    Student("shadow-numpy", change=shadow_numpy),
    Student("syntax-error", scores=LOST, change=syntax_error),
    Student("delete-package", scores=LOST, change=delete_package),
    Student(
        "path-hunter",
        {"ps1-jacobian": PATH_HUNTER},
        {"ps1-jacobian": 0.0, **LOST},
        change=delete_package,
    ),
)

FLAGGED = {
    "duplicate-check": "stands in the notebook 2 times",
    "delete-check": "was missing and was put back",
    "edit-check": "had been edited and was restored",
    "reorder": "in another order",
    "strip-metadata": "had lost its metadata",
    "flip-flags": "had another value of 'points'",
    "scratch-below": "ps1-jacobian earned 2 as it stood at its check",
    "rename": "was taken for jacobians.ipynb",
    "delete-package": "was not handed in",
    "rename-module": "differences (1).py was taken for chainrule/",
    "rename-package": "Chainrule/Differences.py was taken for chainrule/",
    "wrap": "the files were in the folder my homework/ps1 final",
    "shadow-numpy": "handed in, but not read: numpy.py",
}

REFUSED = {
    "truncated": (truncate, "is not a whole notebook"),
    "conflict": (with_conflict, "merge-conflict markers"),
    "utf16": (as_utf16, "is not UTF-8 text"),
    "not-a-notebook": (not_a_notebook, "is not a Jupyter notebook"),
    "no-notebook": (no_notebook, "hand in the whole folder"),
}
