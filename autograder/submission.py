"""A submission as grading sees it: repaired notebooks and own modules."""

import codecs
import hashlib
import io
import json
import tokenize
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from autograder.repair import give_ids, repair
from autograder.syllabus import ProblemSet

MOST_BYTES = 20_000_000
MOST_CELLS = 2000
MOST_CODE = 1_000_000  # characters in all code cells, or in a module
MOST_TEXT, MOST_OF_A_CELL = 200_000, 20_000  # characters of Markdown


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
        absent: Why this set's other modules cannot be graded, by name.
    """

    student: str
    problem_set: str
    notebooks: dict[str, str]
    modules: dict[str, str]
    flags: tuple[str, ...]
    absent: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A hash of everything that grading reads of it."""
        read = [self.notebooks, self.modules, self.absent]
        text = json.dumps(read, sort_keys=True)
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
    modules, absent = {}, {}
    for name in problem_set.modules:
        path = module_file(folder, name)
        if path is None:
            absent[name] = f"chainrule/{name}.py was not handed in"
            continue
        try:
            modules[name] = read_code(path)
        except Refused as refused:
            absent[name] = str(refused)
    flags += absent.values()
    return Submission(
        student, problem_set.name, notebooks, modules, tuple(flags), absent
    )


def module_file(folder: Path, name: str) -> Path | None:
    """The file of a module; None if it is absent, or behind a link."""
    package = folder / "chainrule"
    path = package / f"{name}.py"
    if package.is_symlink() or path.is_symlink() or not path.is_file():
        return None
    return path


def read_code(path: Path) -> str:
    """Read a module that a student wrote.

    Raises:
        Refused: If it is too large or not text.
    """
    data = read_bytes(path)
    try:
        if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            text = data.decode("utf-16")
        else:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
            text = data.decode(encoding)
    except (UnicodeDecodeError, SyntaxError):
        raise Refused(
            f"{path.name} is not UTF-8 text: open it in JupyterLab, save it "
            "and hand it in again"
        ) from None
    if len(text) > MOST_CODE:
        raise Refused(
            f"{path.name} has {len(text)} characters, at most {MOST_CODE} "
            "are accepted: remove what is not part of the problem set, then "
            "hand it in again"
        )
    return text


def read_text(path: Path) -> str:
    """Read a text file that a student wrote.

    Raises:
        Refused: If it is too large or not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            f"{path.name} is not UTF-8 text: open it in JupyterLab, save it "
            "and hand it in again"
        ) from None


def read_bytes(path: Path) -> bytes:
    """Read a file that a student handed in.

    Raises:
        Refused: If it is too large, or no regular file.
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
    return path.read_bytes()


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
    if "\n<<<<<<< " in f"\n{text}":
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
        read = _read_table(nb)
        nbformat.writes(read).encode("utf-8")
    except Refused:
        raise
    except Exception as error:
        raise Refused(
            f"{path.name} cannot be read as a notebook "
            f"({type(error).__name__}). {again}"
        ) from None
    return read


def _read_table(table: dict[str, Any]) -> Any:
    """The notebook that a JSON table holds, whatever its version.

    nbformat draws ids for cells without one, anew each time it reads the
    same file: then the same submission would look changed.
    """
    version = table["nbformat"], table.get("nbformat_minor", 0)
    has_ids = version >= (4, 5)
    cells = table.get("cells", [])
    _require_few(cells)
    for cell in cells:
        cell.setdefault("metadata", {})
    if has_ids:
        give_ids(cells)
    read = nbformat.reads(json.dumps(table), as_version=4)
    _require_few(read.cells)
    _require_plain(read)
    if not has_ids:
        for cell in read.cells:
            del cell["id"]
        give_ids(read.cells)
    return read


def _require_few(cells: list[Any]) -> None:
    if len(cells) > MOST_CELLS:
        raise Refused(
            f"the notebook has {len(cells)} cells, at most {MOST_CELLS} are "
            "accepted: remove what is not part of the problem set, then hand "
            "it in again"
        )


def _require_plain(nb: Any) -> None:
    for number, cell in enumerate(nb.cells, 1):
        if (
            cell.cell_type not in ("code", "markdown", "raw")
            or not isinstance(cell.source, str)
            or not isinstance(cell.metadata, dict)
        ):
            raise Refused(
                f"cell {number} of the notebook is not a cell: remove it in "
                "JupyterLab, save the notebook and hand it in again"
            )
        length = 0 if cell.cell_type == "code" else len(cell.source)
        if length > MOST_OF_A_CELL:
            raise Refused(
                f"cell {number} of the notebook has {length} characters of "
                f"text, at most {MOST_OF_A_CELL} are accepted: shorten it, or "
                "attach a picture as a file, then hand it in again"
            )
    total = sum(len(c.source) for c in nb.cells if c.cell_type != "code")
    if total > MOST_TEXT:
        raise Refused(
            f"the notebook has {total} characters of text, at most "
            f"{MOST_TEXT} are accepted: remove what is not part of the "
            "problem set, then hand it in again"
        )
    code = sum(len(c.source) for c in nb.cells if c.cell_type == "code")
    if code > MOST_CODE:
        raise Refused(
            f"the notebook has {code} characters of code, at most {MOST_CODE} "
            "are accepted: remove what is not part of the problem set, then "
            "hand it in again"
        )
