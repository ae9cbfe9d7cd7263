"""A submission as grading sees it: repaired notebooks and own modules."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from autograder.repair import repair
from autograder.syllabus import ProblemSet

MOST_BYTES = 20_000_000


class Refused(ValueError):
    """A submission cannot be graded; the message says what to do."""


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one set.

    Args:
        student: The student's id.
        problem_set: The set's name.
        notebooks: Each notebook's name and its repaired JSON text.
        modules: This set's modules, by name; a missing one is absent.
        flags: What was repaired, in words.
    """

    student: str
    problem_set: str
    notebooks: dict[str, str]
    modules: dict[str, str]
    flags: tuple[str, ...]

    @property
    def digest(self) -> str:
        """A hash of everything that grading reads of it."""
        text = json.dumps([self.notebooks, self.modules], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def load(
    folder: Path, student: str, problem_set: ProblemSet, release: Path
) -> Submission:
    """Read a submitted folder; nothing but the named files is opened.

    Args:
        folder: The student's files.
        student: The student's id.
        problem_set: The set.
        release: The released folder of the set.

    Raises:
        Refused: If a notebook cannot be read.
    """
    notebooks, flags = {}, []
    for name in problem_set.notebooks:
        nb = read_notebook(folder / f"{name}.ipynb")
        released = nbformat.read(release / f"{name}.ipynb", as_version=4)
        nb, repaired = repair(nb, released)
        notebooks[name] = str(nbformat.writes(nb))
        flags += [f"{name}: {flag}" for flag in repaired]
    modules = {}
    for name in problem_set.modules:
        path = folder / "chainrule" / f"{name}.py"
        if path.is_symlink() or not path.is_file():
            flags.append(f"chainrule/{name}.py was not handed in")
            continue
        try:
            modules[name] = read_text(path)
        except Refused as refused:
            flags.append(str(refused))
    return Submission(
        student, problem_set.name, notebooks, modules, tuple(flags)
    )


def read_text(path: Path) -> str:
    """Read a text file that a student wrote.

    Raises:
        Refused: If it is too large or not UTF-8.
    """
    if path.is_symlink() or not path.is_file():
        raise Refused(f"{path.name} is not a regular file: hand in the file")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Refused(
            f"{path.name} has {size / 1e6:.0f} MB, at most "
            f"{MOST_BYTES / 1e6:.0f} MB are accepted: clear all outputs "
            "(Edit > Clear Outputs of All Cells), save, and hand it in again"
        )
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            f"{path.name} is not UTF-8 text: open it in JupyterLab, save it "
            "and hand it in again"
        ) from None


def read_notebook(path: Path) -> Any:
    """Read a notebook of any version.

    Raises:
        Refused: Saying what is wrong with the file and what to do.
    """
    if not path.exists():
        raise Refused(
            f"{path.name} is missing: hand in the notebook under this name"
        )
    text = read_text(path)
    again = "Open your own copy in JupyterLab, save it, hand it in again"
    if "\n<<<<<<< " in text:
        raise Refused(
            f"{path.name} holds merge-conflict markers (<<<<<<<): resolve "
            "the conflict, then hand it in again"
        )
    try:
        nb = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(
            f"{path.name} is not a whole notebook ({error}). {again}"
        ) from None
    if not isinstance(nb, dict) or "nbformat" not in nb:
        raise Refused(f"{path.name} is not a Jupyter notebook. {again}")
    try:
        read = nbformat.reads(text, as_version=4)
        _require_plain(read)
    except Refused:
        raise
    except Exception as error:
        raise Refused(
            f"{path.name} cannot be read as a notebook "
            f"({type(error).__name__}). {again}"
        ) from None
    return read


def _require_plain(nb: Any) -> None:
    if len(nb.cells) > 2000:
        raise Refused(
            f"the notebook has {len(nb.cells)} cells, at most 2000 are "
            "accepted: remove what is not part of the problem set"
        )
    for number, cell in enumerate(nb.cells, 1):
        if cell.cell_type not in ("code", "markdown", "raw") or not (
            isinstance(cell.source, str)
        ):
            raise Refused(f"cell {number} of the notebook is not a cell")
