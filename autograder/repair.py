"""Put a submitted notebook back into the shape that was handed out.

Students delete, duplicate, reorder and edit cells, and tools drop
metadata. Nothing of a student's work is lost here: locked cells come from
the release, known cells get their metadata back, and every change is named.
"""

import ast
import re
from collections.abc import Iterable
from itertools import count
from typing import Any

import nbformat

NO_GRADE_ID = ""
LOOK = "look"  # a given cell that only shows; no answer needs it
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
INERT = re.compile(
    r"^\s*(?:[\w., ()\[\]]+=\s*)?(%%?[A-Za-z]\w*|!{1,2}\s*[\w./~]+)",
    re.MULTILINE,
)
MOST_NAMED = 8  # magics that flags name
LONGEST_LINE = 200  # as far as a line is searched for one


def repair(nb: Any, released: Any) -> tuple[Any, list[str]]:
    """Repair a notebook against its released version.

    Args:
        nb: The submitted notebook; not changed.
        released: The notebook as it was handed out.

    Returns:
        nb: A new notebook with every grade cell of the release once.
        flags: What was found and done, in words.
    """
    known = {grade_id(c): c for c in released.cells if grade_id(c)}
    look = {c["id"]: c.source for c in released.cells if only_looks(c)}
    flags: list[str] = []
    cells = [_clean(cell) for cell in nb.cells]
    for cell in cells:
        if look.get(cell.get("id")) == cell.source:
            cell.metadata["tags"] = [LOOK]
    owners = _owners(cells, known, flags)
    for index, cell in enumerate(cells):
        if owners[index]:
            _restore(cell, known[owners[index]], flags)
        elif cell.metadata.pop("nbgrader", None):
            flags.append(f"cell {index + 1} is no cell of this problem set")
    order = [owner for owner in owners if owner]
    if order != [name for name in known if name in set(order)]:
        flags.append("cells stand in another order than handed out")
    flags += inert_lines(nb, released)
    cells = _with_missing(cells, known, flags)
    _unique_ids(cells)
    new = nbformat.v4.new_notebook(cells=cells)
    new.metadata = released.metadata.copy()
    return new, flags


def grade_id(cell: Any) -> str:
    """The grade_id of a cell, or an empty string."""
    metadata = cell.metadata.get("nbgrader", {})
    if not isinstance(metadata, dict):
        return NO_GRADE_ID
    return str(metadata.get("grade_id", NO_GRADE_ID))


def only_looks(cell: Any) -> bool:
    """Whether a cell only shows something: grading does not run it."""
    return LOOK in cell.metadata.get("tags", [])


def _clean(cell: Any) -> Any:
    """A copy without outputs, attachments and foreign metadata."""
    new = _bare(cell.cell_type, cell.source)
    if "id" in cell:
        new["id"] = str(cell["id"])
    if isinstance(cell.metadata.get("nbgrader"), dict):
        new.metadata["nbgrader"] = dict(cell.metadata["nbgrader"])
    return new


def _bare(cell_type: str, source: str) -> Any:
    """A new cell; it is the whole notebook that is validated."""
    ran: dict[str, Any] = {"execution_count": None, "outputs": []}
    return nbformat.from_dict(
        {
            "cell_type": cell_type,
            "metadata": {},
            "source": source,
            **(ran if cell_type == "code" else {}),
        }
    )


def _owners(
    cells: list[Any], known: dict[str, Any], flags: list[str]
) -> list[str]:
    """The grade_id that each cell stands for; each one at most once."""
    names = [_name(cell, known, flags) for cell in cells]
    for name in {n for n in names if n}:
        places = [i for i, n in enumerate(names) if n == name]
        if len(places) > 1:
            keep = _which(cells, places, known[name])
            flags.append(f"{name} stands in the notebook {len(places)} times")
            for place in places:
                if place != keep:
                    names[place] = NO_GRADE_ID
                    cells[place].metadata.pop("nbgrader", None)
    return names


def _which(cells: list[Any], places: list[int], original: Any) -> int:
    """Of several copies, the first that the student has changed."""
    for place in places:
        if cells[place].source.strip() != original.source.strip():
            return place
    return places[0]


def _name(cell: Any, known: dict[str, Any], flags: list[str]) -> str:
    """Recognize a cell by its grade_id, its id, or its text."""
    name = grade_id(cell)
    if name in known:
        return name
    if cell.get("id") in known:
        flags.append(f"{cell['id']} had lost its metadata")
        return str(cell["id"])
    for other, original in known.items():
        if cell.cell_type == original.cell_type and (
            cell.source.strip() == original.source.strip()
        ):
            flags.append(f"{other} had lost its metadata")
            return other
    return NO_GRADE_ID


def _restore(cell: Any, original: Any, flags: list[str]) -> None:
    """Give a known cell its type, metadata and, if locked, its text."""
    name = grade_id(original)
    metadata = cell.metadata.get("nbgrader", {})
    for key in ("grade", "solution", "locked", "points", "task"):
        if key in metadata and (
            metadata[key] != original.metadata["nbgrader"].get(key)
        ):
            flags.append(f"{name} had another value of {key!r}")
    if cell.cell_type != original.cell_type:
        flags.append(f"{name} had another cell type")
        _change_type(cell, original.cell_type)
    cell.metadata["nbgrader"] = dict(original.metadata["nbgrader"])
    cell["id"] = original["id"]
    if original.metadata["nbgrader"]["locked"] and (
        cell.source != original.source
    ):
        if cell.source.strip() != original.source.strip():
            flags.append(f"{name} had been edited and was restored")
        cell.source = original.source


def _change_type(cell: Any, cell_type: str) -> None:
    fresh = _bare(cell_type, cell.source)
    for key in [k for k in cell if k not in ("metadata", "source", "id")]:
        del cell[key]
    for key, value in fresh.items():
        if key not in ("metadata", "source", "id"):
            cell[key] = value


def _with_missing(
    cells: list[Any], known: dict[str, Any], flags: list[str]
) -> list[Any]:
    """Add grade cells that are gone, each after its predecessor.

    A missing answer cell is not added: its stub could replace an answer
    that the student wrote elsewhere.
    """
    present = {grade_id(cell) for cell in cells}
    cells, before = list(cells), NO_GRADE_ID
    for name, original in known.items():
        if name not in present:
            flags.append(f"{name} was missing")
            if original.metadata["nbgrader"]["grade"]:
                place = _after(cells, before)
                cells.insert(place, nbformat.from_dict(original))
                flags[-1] += " and was put back"
        before = name if name in {grade_id(c) for c in cells} else before
    return cells


def _after(cells: list[Any], name: str) -> int:
    if not name:
        return 0
    return 1 + next(i for i, c in enumerate(cells) if grade_id(c) == name)


def _unique_ids(cells: list[Any]) -> None:
    """Give every cell an id of its own; known cells keep theirs."""
    known = {cell["id"] for cell in cells if grade_id(cell)}
    give_ids([cell for cell in cells if not grade_id(cell)], known)


def give_ids(cells: list[Any], taken: Iterable[str] = ()) -> None:
    """Give cells ids that are ids, and each its own, in place.

    Args:
        cells: Cells, or what the JSON of a notebook says that they are.
        taken: Ids that belong to other cells.
    """
    taken = set(taken)
    for number, cell in enumerate(cells):
        name = cell.get("id")
        if not isinstance(name, str) or not CELL_ID.fullmatch(name):
            name = f"cell-{number}"
        if name in taken:
            names = (f"cell-{n}" for n in count(number))
            name = next(n for n in names if n not in taken)
        taken.add(name)
        cell["id"] = name


def inert_lines(nb: Any, released: Any) -> list[str]:
    """Flags for magics and shell lines, which do nothing at grading.

    Args:
        nb: The submitted notebook.
        released: The notebook as it was handed out; what stands there is
            nobody's doing.
    """
    given = {line.strip() for c in released.cells for line in _lines(c)}
    found: list[str] = []
    for number, cell in enumerate(nb.cells, 1):
        for name in _inert_names(cell, given):
            flag = f"cell {number}: {name} does nothing at grading"
            if flag not in found:
                found.append(flag)
    if len(found) > MOST_NAMED:
        left = len(found) - MOST_NAMED
        found[MOST_NAMED:] = [f"{left} more lines do nothing at grading"]
    return found


def _lines(cell: Any) -> list[str]:
    return str(cell.source).splitlines() if cell.cell_type == "code" else []


def _inert_names(cell: Any, given: set[str]) -> list[str]:
    """The magics and programs of a cell that grading leaves out."""
    lines = _lines(cell)
    if not any("%" in line or "!" in line for line in lines):
        return []
    # IPython comes with it, and most notebooks need neither.
    from autograder.inside.shell import CELL_RUNS, KEPT_MAGICS

    found = {}
    for line in lines:
        if match := INERT.match(line[:LONGEST_LINE]):
            found[line] = match
    kept = {f"%{name}" for name in KEPT_MAGICS | CELL_RUNS}
    kept |= {f"%%{name}" for name in CELL_RUNS}
    rest = [x for x in lines if x not in found or found[x][1] not in kept]
    if _is_python("\n".join(rest)):
        return []  # a % is a remainder, a ! stands in a text
    names = []
    for line in rest:
        if line in found and line.strip() not in given:
            names.append(found[line][1].replace(" ", "")[:40])
        if line in found and found[line][1].startswith("%%"):
            break
    return names


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
