"""One course folder on disk, and nbgrader's steps in it."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.errors import UserError
from autograder.syllabus import ROOT, ProblemSet

RAISED = re.compile(
    r"^\s*(?:\w+\.)*\w*(?:Error|Exception|Master|Fails|Early): (.+)$",
    re.MULTILINE,
)
CONFIG = "nbgrader_config.py"


class StepFailed(UserError):
    """A step of nbgrader ended in an error."""


class Course:
    """A folder with nbgrader's layout.

    Args:
        root: It holds `source/`, `release/`, `submitted/` and the
            gradebook. The repository is one; the demo makes another.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root.resolve()
        self.submitted = self.root / "submitted"
        self.autograded = self.root / "autograded"
        self.feedback = self.root / "feedback"
        self.reports = self.root / "reports"
        self._api: Any = None

    def release(self, problem_set: str) -> Path:
        """The released folder of a set."""
        return self.root / "release" / problem_set

    @property
    def api(self) -> Any:
        """Nbgrader's API, with this folder's settings."""
        if self._api is None:
            # Importing nbgrader takes seconds; not every command needs it.
            from nbgrader.apps import NbGraderAPI
            from nbgrader.coursedir import CourseDirectory
            from traitlets.config import PyFileConfigLoader

            _find_own_commands()
            config = PyFileConfigLoader(CONFIG, path=str(self.root))
            loaded = config.load_config()
            directory = CourseDirectory(config=loaded)
            self._api = NbGraderAPI(directory, config=loaded)
        return self._api

    def generate_release(self, problem_set: str, early: bool = False) -> None:
        """Run nbgrader's generate_assignment; if it fails, nothing changes.

        Args:
            problem_set: The set's name.
            early: Whether the set before it may still be open.
        """
        from traitlets.config import Config

        self.api.update_config(Config({"PlacePackage": {"early": early}}))
        with _put_back(self.release(problem_set)):
            self._run(
                f"generate_assignment {problem_set}",
                self.api.generate_assignment(problem_set, force=True),
            )

    def generate_solution(self, problem_set: str) -> None:
        """Run nbgrader's generate_solution: executed, with figures."""
        from nbgrader.converters import GenerateSolution
        from nbgrader.utils import capture_log, temp_attrs

        directory = self.api.coursedir
        with temp_attrs(directory, assignment_id=problem_set):
            step = GenerateSolution(coursedir=directory, parent=self.api)
            step.force = True
            outcome = capture_log(step)
        self._run(f"generate_solution {problem_set}", outcome)

    def autograde(self, problem_set: str, student: str) -> None:
        """Run nbgrader's autograde for one student."""
        self._run(
            f"autograde {problem_set} of {student}",
            self.api.autograde(problem_set, student, force=True),
        )

    def generate_feedback(self, problem_set: str, student: str) -> None:
        """Run nbgrader's generate_feedback for one student."""
        self._run(
            f"generate_feedback {problem_set} of {student}",
            self.api.generate_feedback(problem_set, student, force=True),
        )

    @contextmanager
    def gradebook(self) -> Iterator[Any]:
        """Nbgrader's gradebook."""
        with self.api.gradebook as gradebook:
            yield gradebook

    def _run(self, step: str, outcome: dict[str, Any]) -> None:
        if not outcome["success"]:
            raise StepFailed(f"nbgrader {step}: {_reason(outcome)}")


@contextmanager
def _put_back(folder: Path) -> Iterator[None]:
    """Put a folder back as it was if what makes it anew fails."""
    with tempfile.TemporaryDirectory() as name:
        before = Path(name, folder.name)
        if folder.is_dir():
            shutil.copytree(folder, before)
        try:
            yield
        except StepFailed:
            if before.is_dir() and not folder.exists():
                shutil.copytree(before, folder)
            raise


def _find_own_commands() -> None:
    """Put this environment's commands first: nbgrader runs alembic."""
    here = str(Path(sys.executable).parent)
    if os.environ["PATH"].split(os.pathsep)[0] != here:
        os.environ["PATH"] = here + os.pathsep + os.environ["PATH"]


def _reason(outcome: dict[str, Any]) -> str:
    """The line of nbgrader's log that says why."""
    text = str(outcome.get("log") or outcome.get("error") or "no message")
    raised = RAISED.findall(text)
    return raised[0] if raised else text.strip().splitlines()[-1]


def new_course(root: Path, sets: tuple[ProblemSet, ...]) -> Course:
    """Make a course folder beside the repository's own.

    It gets the masters and the settings; `generate_release` makes the
    release and the gradebook.
    """
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / CONFIG, root / CONFIG)
    for problem_set in sets:
        target = root / "source" / problem_set.name
        if target.exists():
            shutil.rmtree(target)
        shutil.copytree(ROOT / "source" / problem_set.name, target)
    return Course(root)
