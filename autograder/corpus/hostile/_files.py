"""Change a written submission in place: its notebook, as cells or JSON."""

import functools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

from autograder.repair import grade_id

NAME = "jacobians.ipynb"


def notebook(folder: Path) -> Path:
    """The notebook that holds ps1-jacobian."""
    return folder / NAME


def edits(change: Callable[[Any], None]) -> Callable[[Path], None]:
    """Turn a change of a notebook into a change of a folder."""

    @functools.wraps(change)
    def apply(folder: Path) -> None:
        nb = nbformat.read(notebook(folder), as_version=4)
        change(nb)
        nbformat.write(nb, notebook(folder))

    return apply


def edits_json(change: Callable[[Any], None]) -> Callable[[Path], None]:
    """Turn a change of a notebook's JSON into a change of a folder."""

    @functools.wraps(change)
    def apply(folder: Path) -> None:
        table = json.loads(notebook(folder).read_text("utf-8"))
        change(table)
        notebook(folder).write_text(json.dumps(table), "utf-8")

    return apply


def cell_of(nb: Any, name: str) -> Any:
    """The cell with a grade_id."""
    return next(cell for cell in nb.cells if grade_id(cell) == name)


def set_answer(folder: Path, name: str, text: str) -> None:
    """Write a text into an answer cell, whichever notebook holds it."""
    for path in folder.glob("*.ipynb"):
        nb = nbformat.read(path, as_version=4)
        for cell in nb.cells:
            if grade_id(cell) == name:
                cell["source"] = text
        nbformat.write(nb, path)


def repeats(text: str, copies: int) -> Callable[[Path], None]:
    """Add cells with a text at the end."""

    @edits
    def apply(nb: Any) -> None:
        for _ in range(copies):
            nb.cells.append(nbformat.v4.new_code_cell(text))

    return apply
