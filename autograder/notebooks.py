"""Build nbgrader's master notebooks from their text, byte for byte."""

import re
from pathlib import Path
from typing import Any

import jupytext
import nbformat

from autograder import hidden, literals
from autograder.clear import MARKER
from autograder.errors import UserError
from autograder.syllabus import ROOT, Exercise, ProblemSet, Syllabus

BEGIN_HIDDEN = "### BEGIN HIDDEN TESTS"
END_HIDDEN = "### END HIDDEN TESTS"
HIDDEN_REGION = re.compile(rf"\n?{BEGIN_HIDDEN}\n.*?{END_HIDDEN}", re.DOTALL)
KERNEL = {
    "display_name": "Python 3 (ipykernel)",
    "language": "python",
    "name": "python3",
}
PUBLIC_SECRET = b"cases of the masters"  # stock grading has no secret


class BuildError(UserError):
    """The text of a notebook cannot become a master."""


def text_path(problem_set: ProblemSet, notebook: str) -> Path:
    """Where the text of a notebook is."""
    return ROOT / "course" / "notebooks" / problem_set.name / f"{notebook}.py"


def master_path(problem_set: ProblemSet, notebook: str) -> Path:
    """Where the master that is built from it is."""
    return ROOT / "source" / problem_set.name / f"{notebook}.ipynb"


def build_all(syllabus: Syllabus) -> list[Path]:
    """Write every master; return the paths that changed."""
    changed = []
    for problem_set in syllabus.sets:
        for notebook in problem_set.notebooks:
            text = master_text(syllabus, problem_set, notebook)
            path = master_path(problem_set, notebook)
            if not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
                changed.append(path)
    return changed


def master_text(
    syllabus: Syllabus, problem_set: ProblemSet, notebook: str
) -> str:
    """The master notebook as the text of its file.

    Raises:
        BuildError: Naming the file and the cell, and what to write.
    """
    path = text_path(problem_set, notebook)
    try:
        nb = jupytext.read(path, fmt="py:percent")
    except FileNotFoundError:
        raise BuildError(
            f"{path.relative_to(ROOT)} is missing; the syllabus lists it "
            f"under {problem_set.name}"
        ) from None
    exercises = {
        e.name: e for e in problem_set.exercises if e.notebook == notebook
    }
    builder = _CellBuilder(syllabus, exercises, str(path.relative_to(ROOT)))
    cells = [builder.build(cell) for cell in nb.cells]
    builder.require_all()
    nb = nbformat.v4.new_notebook(
        cells=cells,
        metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}},
    )
    nbformat.validate(nb)
    return str(nbformat.writes(nb)) + "\n"


class _CellBuilder:
    """Builds the cells of one notebook in order."""

    def __init__(
        self, syllabus: Syllabus, exercises: dict[str, Exercise], where: str
    ) -> None:
        self.syllabus = syllabus
        self.exercises = exercises
        self.where = where
        self.heading = "start"
        self.ids: set[str] = set()

    def build(self, cell: Any) -> Any:
        """A clean cell: id, metadata, hidden region, no outputs."""
        source = without_hidden(cell.source)
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        metadata: dict[str, Any] = {}
        if "tags" in cell.metadata:
            metadata["tags"] = sorted(cell.metadata["tags"])
        if grade_id:
            exercise, is_check = self._exercise(grade_id)
            metadata["nbgrader"] = nbgrader_metadata(
                grade_id, exercise, is_check, cell.cell_type
            )
            self._require_marker(grade_id, is_check, source)
            if is_check:
                source = self._with_hidden(exercise, source)
        elif MARKER.search(source):
            raise BuildError(
                f"{self.where}: a solution region stands in a cell without "
                f"a grade_id: {source[:60]!r}"
            )
        new = getattr(nbformat.v4, f"new_{cell.cell_type}_cell")(source)
        new.metadata.update(metadata)
        new["id"] = self._cell_id(grade_id, cell)
        return new

    def _exercise(self, grade_id: str) -> tuple[Exercise, bool]:
        is_check = grade_id.endswith("-check")
        name = grade_id.removesuffix("-check")
        if name not in self.exercises:
            raise BuildError(
                f"{self.where}: cell {grade_id!r} belongs to no exercise of "
                "this notebook; add it to course/syllabus.toml"
            )
        return self.exercises[name], is_check

    def _require_marker(
        self, grade_id: str, is_check: bool, source: str
    ) -> None:
        names = MARKER.findall(source)
        if is_check and names:
            raise BuildError(f"{self.where}: {grade_id} holds a solution")
        if not is_check and set(names) != {grade_id}:
            raise BuildError(
                f"{self.where}: cell {grade_id!r} needs a region "
                f"'### BEGIN SOLUTION {grade_id}'; found {names}"
            )

    def _with_hidden(self, exercise: Exercise, source: str) -> str:
        lines = source.strip().splitlines()
        call = lines[-1]
        if not re.fullmatch(r"checks\.run\(.*\)", call):
            raise BuildError(
                f"{self.where}: the last line of {exercise.check_id} must be "
                f"checks.run(...); found {call!r}"
            )
        region = hidden_region(self.syllabus, exercise, call)
        return "\n".join([*lines, region])

    def _cell_id(self, grade_id: str, cell: Any) -> str:
        if grade_id:
            candidate = grade_id
        else:
            if cell.cell_type == "markdown":
                title = re.search(r"^#+ (.+)$", cell.source, re.MULTILINE)
                if title:
                    self.heading = slug(title[1])
            number = 1
            while f"{self.heading}-{number}" in self.ids:
                number += 1
            candidate = f"{self.heading}-{number}"
        if candidate in self.ids:
            raise BuildError(
                f"{self.where}: two cells have the grade_id {candidate!r}"
            )
        self.ids.add(candidate)
        return candidate

    def require_all(self) -> None:
        """Every exercise has its cells."""
        for exercise in self.exercises.values():
            needed = {exercise.check_id}
            if exercise.graded == "cell":
                needed.add(exercise.name)
            for cell_id in needed - self.ids:
                raise BuildError(
                    f"{self.where}: exercise {exercise.name} has no cell "
                    f"with grade_id {cell_id!r}"
                )


def nbgrader_metadata(
    grade_id: str, exercise: Exercise, is_check: bool, cell_type: str
) -> dict[str, Any]:
    """Nbgrader's metadata; points come from the syllabus alone."""
    by_hand = exercise.graded == "hand"
    metadata: dict[str, Any] = {
        "cell_type": cell_type,
        "grade": is_check or by_hand,
        "grade_id": grade_id,
        "locked": is_check,
        "schema_version": 3,
        "solution": not is_check,
        "task": False,
    }
    if metadata["grade"]:
        metadata["points"] = exercise.points
    return metadata


def hidden_region(syllabus: Syllabus, exercise: Exercise, call: str) -> str:
    """The hidden cases as text, so that stock nbgrader can grade them.

    Args:
        syllabus: For the course's id.
        exercise: The exercise.
        call: The visible `checks.run(...)` line.

    Returns:
        region: Self-contained lines between nbgrader's markers.
    """
    cases = hidden.cases_for(
        exercise, PUBLIC_SECRET, syllabus.course, "everyone", syllabus.version
    )
    rows = "".join(f"        {literals.case_text(c)},\n" for c in cases)
    return (
        f"{BEGIN_HIDDEN}\n"
        "import numpy as np\n"
        "from chainrule.cases import Case, Source\n\n"
        f"{call[:-1]},\n    hidden=[\n{rows}    ],\n)\n"
        f"{END_HIDDEN}"
    )


def without_hidden(source: str) -> str:
    """Drop a hidden region; the build writes it anew."""
    return HIDDEN_REGION.sub("", source)


def slug(title: str) -> str:
    """A heading as part of a cell id: letters, digits and hyphens."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    return words[:40].strip("-") or "part"


def tidy(path: Path) -> bool:
    """Shorten what JupyterLab wrote back into a notebook's text.

    Saving a paired master copies its hidden regions and long metadata
    into the text. Both are built, so the text need not hold them.

    Returns:
        changed: Whether the file was rewritten.
    """
    text = path.read_text("utf-8")
    short = HIDDEN_REGION.sub("", text)
    short = re.sub(
        r'^(# %%.*?)nbgrader=\{[^\n]*?"grade_id": ("[^"]+")[^\n]*\}',
        r'\1nbgrader={"grade_id": \2}',
        short,
        flags=re.MULTILINE,
    )
    if short == text:
        return False
    path.write_text(short, "utf-8")
    return True
