"""Steps of nbgrader's generate_assignment and generate_solution.

`PlacePackage` comes first and `RequireNoLeak` last. Both raise when
something is wrong, and nbgrader then removes what it had written: the
button of formgrader is as safe as the Makefile.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from nbgrader.utils import determine_grade, is_grade
from traitlets import Bool

from autograder import syllabus as course
from autograder.notebooks import master_text
from autograder.release import (
    place_package,
    released_text,
    require_no_leak,
)


class StaleMaster(RuntimeError):
    """A master notebook is older than its text."""


class TooEarly(RuntimeError):
    """A release would hand out answers to a set that is still open."""


class _Step(NbGraderPreprocessor):
    """A step that knows the problem set and its output folder."""

    def _problem_set(self, resources: Any) -> Any:
        return course.load().problem_set(resources["nbgrader"]["assignment"])

    def _folder(self, resources: Any) -> Path:
        converter = self.parent.parent
        labels = resources["nbgrader"]
        folder = converter._format_dest(
            labels["assignment"], labels["student"]
        )
        return Path(folder).resolve()


class PlacePackage(_Step):
    """Put the released package beside the notebook."""

    solved = False
    early = Bool(
        False, help="Release a set although the one before it is still open."
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Check the master against its text, then write the package."""
        problem_set = self._problem_set(resources)
        if not (self.solved or self.early):
            directory = self.parent.parent.coursedir
            with Gradebook(directory.db_url, directory.course_id) as gradebook:
                require_closed(
                    gradebook, before(problem_set), datetime.now(UTC)
                )
        self._require_fresh(problem_set, resources["nbgrader"]["notebook"])
        place_package(
            course.load(), problem_set, self._folder(resources), self.solved
        )
        return nb, resources

    def _require_fresh(self, problem_set: Any, notebook: str) -> None:
        directory = self.parent.parent.coursedir
        folder = directory.format_path(
            directory.source_directory, ".", problem_set.name
        )
        path = Path(directory.root, folder, f"{notebook}.ipynb")
        built = master_text(course.load(), problem_set, notebook)
        if path.read_text("utf-8") != built:
            raise StaleMaster(
                f"source/{problem_set.name}/{notebook}.ipynb differs from "
                "its text in course/notebooks: run 'make source' first"
            )


def before(problem_set: Any) -> Any:
    """The set before one, or None."""
    sets = course.load().sets
    place = [s.name for s in sets].index(problem_set.name)
    return sets[place - 1] if place else None


def require_closed(gradebook: Any, earlier: Any, now: datetime) -> None:
    """Refuse while somebody may still hand in the set before.

    A release holds the answers of all earlier sets.

    Args:
        gradebook: Nbgrader's; due dates and extensions stand in it.
        earlier: The set before, or None.
        now: The time, with its zone.

    Raises:
        TooEarly: If its last extension is not over.
    """
    if earlier is None:
        return
    try:
        due = [gradebook.find_assignment(earlier.name).duedate]
    except MissingEntry:
        return
    if due[0] is None:
        return
    due += [s.duedate for s in gradebook.assignment_submissions(earlier.name)]
    last = max(due).replace(tzinfo=UTC)
    if last > now:
        raise TooEarly(
            f"{earlier.name} is open until {last:%Y-%m-%d %H:%M} UTC, and "
            "this release would hold its answers: wait, or say FORCE=1"
        )


class PlaceSolvedPackage(PlacePackage):
    """Put the solved package beside the notebook, for instructors."""

    solved = True


class RequireNoLeak(_Step):
    """Refuse to release a solution line or a hidden case."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Look through the notebook and through all files beside it."""
        text = "\n".join(cell.source for cell in nb.cells)
        beside = released_text(self._folder(resources))
        require_no_leak(
            course.load(), self._problem_set(resources), text + "\n" + beside
        )
        return nb, resources


class ExecuteSolved(_Step, Execute):
    """Run a solved notebook; an error in it is ours and stops the build."""

    def preprocess(self, nb: Any, resources: Any, km: Any = None) -> Any:
        """Run it; refuse errors, anything on stderr, and lost points."""
        resources["metadata"]["path"] = str(self._folder(resources))
        nb, resources = super().preprocess(nb, resources)
        for number, cell in enumerate(nb.cells, 1):
            words = _complaint(cell)
            if words:
                raise SolutionFails(
                    f"{resources['nbgrader']['notebook']}: cell {number} of "
                    f"the solution {words}"
                )
        return nb, resources


def _complaint(cell: Any) -> str:
    """What is wrong with an executed cell of a solution, or nothing."""
    for output in cell.get("outputs", []):
        if output.output_type == "error" or output.get("name") == "stderr":
            text = output.get("text") or output.get("evalue")
            return f"says {str(text)[:300]!r}"
    if cell.cell_type == "code" and is_grade(cell):
        score, points = determine_grade(cell)
        if score != points:
            return f"earns {score} of {points} points"
    return ""


class SolutionFails(RuntimeError):
    """A solved notebook does not run clean."""
