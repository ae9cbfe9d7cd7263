"""Steps of nbgrader's autograde: repair, grade on the host, record.

`RepairCells` comes first among the sanitizing steps, `HideTests` follows
OverwriteCells, and `HostGrades` stands where Execute stood. What follows,
SaveAutoGrades above all, is nbgrader's own.
"""

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import (
    ClearHiddenTests,
    Execute,
    NbGraderPreprocessor,
)

from autograder import syllabus as course
from autograder.clear import reference_module
from autograder.grade import grade
from autograder.identity import key, secret_of
from autograder.journal import Journal
from autograder.messages import result_html
from autograder.notebooks import master_path
from autograder.repair import grade_id, repair
from autograder.results import Result
from autograder.submission import Submission, load

RUBRIC_TAG = "marking-scheme"
MODULE_TAG = "submitted-module"


class _Places(NbGraderPreprocessor):
    """Where the submission and the release of a conversion are."""

    def _places(self, resources: Any) -> tuple[Path, Path, Path]:
        """The course's root, the submitted and the released folder."""
        directory = self.parent.parent.coursedir
        root = Path(directory.root).resolve()
        labels = resources["nbgrader"]

        def place(kind: str, student: str) -> Path:
            name = directory.format_path(kind, student, labels["assignment"])
            return Path(root, name).resolve()

        return (
            root,
            place(directory.submitted_directory, labels["student"]),
            place(directory.release_directory, "."),
        )


class RepairCells(_Places):
    """Put a notebook back into the shape that was handed out."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Repair against the released notebook; see `repair`."""
        release = self._places(resources)[2]
        name = resources["nbgrader"]["notebook"]
        released = nbformat.read(release / f"{name}.ipynb", as_version=4)
        repaired, flags = repair(nb, released)
        for flag in flags:
            self.log.warning("%s: %s", resources["nbgrader"]["student"], flag)
        return repaired, resources


class HideTests(ClearHiddenTests):
    """Take the hidden region out again: it never reaches a kernel."""


class HostGrades(_Places, Execute):
    """Run the notebook behind the wall and write the host's verdicts.

    A subclass of Execute, so that `--no-execute` reaches it: then nothing
    runs, and only a stored result of exactly this submission counts.
    """

    def __call__(self, nb: Any, resources: Any) -> Any:
        """Grade, whether or not execution is switched on."""
        return self.preprocess(nb, resources)

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> Any:
        """Fill in all outputs; every grade cell gets exactly one."""
        root, submitted, release = self._places(resources)
        labels = resources["nbgrader"]
        syllabus = course.load()
        problem_set = syllabus.problem_set(labels["assignment"])
        submission = load(submitted, labels["student"], problem_set, release)
        result = self._result(root, submission, syllabus)
        executed = nbformat.reads(
            result.notebooks[labels["notebook"]], as_version=4
        )
        copy_outputs(executed, nb)
        write_grades(nb, result, problem_set)
        add_for_readers(nb, result, problem_set, labels["notebook"])
        return nb, resources

    def _result(
        self, root: Path, submission: Submission, syllabus: Any
    ) -> Result:
        secret = secret_of(root)
        journal = Journal(root, submission.problem_set)
        stored = journal.read(submission.student, key(submission, secret))
        if stored is not None:
            return stored
        if not self.enabled:
            raise NbGraderException(
                f"{submission.student} has no stored result for this "
                "version of the submission: grade without --no-execute"
            )
        result = grade(submission, syllabus, secret)
        journal.write(result)
        return result


def copy_outputs(executed: Any, nb: Any) -> None:
    """Copy outputs by position; both notebooks went through `repair`."""
    if len(executed.cells) != len(nb.cells):
        raise NbGraderException("the graded notebook has other cells")
    for number, (ran, cell) in enumerate(zip(executed.cells, nb.cells), 1):
        if cell.cell_type == "code":
            cell.outputs = ran.outputs
            cell.execution_count = number if ran.outputs else None


def write_grades(nb: Any, result: Result, problem_set: Any) -> None:
    """Write one output into each automatic grade cell.

    Raises:
        NbGraderException: If a grade cell has no result. Without an
            output nbgrader would give full marks.
    """
    by_check = {e.check_id: e.name for e in problem_set.automatic}
    for number, cell in enumerate(nb.cells, 1):
        metadata = cell.metadata.get("nbgrader", {})
        if not metadata.get("grade") or metadata.get("solution"):
            continue
        if grade_id(cell) not in by_check:
            raise NbGraderException(f"{grade_id(cell)} has no result")
        exercise = result.exercise(by_check[grade_id(cell)])
        score = min(max(exercise.score, 0.0), exercise.points)
        cell.execution_count = number
        cell.outputs = [
            nbformat.v4.new_output(
                "execute_result",
                {
                    "text/plain": repr(score),
                    "text/html": result_html(exercise),
                },
                execution_count=number,
            )
        ]


def add_for_readers(
    nb: Any, result: Result, problem_set: Any, notebook: str
) -> None:
    """Show submitted modules and marking schemes as cells of their own."""
    schemes = marking_schemes(problem_set, notebook)
    cells = []
    for cell in nb.cells:
        cells.append(cell)
        if grade_id(cell) in schemes:
            cells.append(_tagged("markdown", schemes[grade_id(cell)]))
    if notebook == problem_set.notebooks[-1]:
        for name, text in sorted(result.modules.items()):
            title = f"# Submitted: chainrule/{name}.py\n\n"
            cells.append(_tagged("code", title + text))
    nb.cells = cells


def _tagged(kind: str, text: str) -> Any:
    cell = getattr(nbformat.v4, f"new_{kind}_cell")(text)
    tag = MODULE_TAG if kind == "code" else RUBRIC_TAG
    cell.metadata["tags"] = [tag]
    return cell


def marking_schemes(problem_set: Any, notebook: str) -> dict[str, str]:
    """Model answer and marking scheme of each hand-graded exercise."""
    master = nbformat.read(master_path(problem_set, notebook), as_version=4)
    by_hand = {e.name for e in problem_set.exercises if e.graded == "hand"}
    return {
        grade_id(cell): "**For graders only.**\n\n"
        + reference_module(cell.source)
        for cell in master.cells
        if grade_id(cell) in by_hand
    }
