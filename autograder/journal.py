"""Results on disk: one file a student, replaced in one step."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from autograder.results import Result, from_json


class Journal:
    """The results of one problem set.

    Args:
        course_root: The folder that holds `submitted/` and `reports/`.
        problem_set: The set's name.
    """

    def __init__(self, course_root: Path, problem_set: str) -> None:
        self.folder = course_root / "reports" / problem_set / "results"

    def path(self, student: str) -> Path:
        """Where a student's result is."""
        return self.folder / f"{student}.json"

    def read(self, student: str, key: str | None = None) -> Result | None:
        """The result of a student, if there is one and it is current.

        Args:
            student: The student's id.
            key: What the result must depend on; None takes any.
        """
        try:
            result = from_json(self.path(student).read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return result if key in (None, result.key) else None

    def write(self, result: Result) -> None:
        """Store a result whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path(result.student), result.to_json())

    def all(self) -> Iterator[Result]:
        """All results, in the order of the students' ids."""
        for path in sorted(self.folder.glob("*.json")):
            result = self.read(path.stem)
            if result is not None:
                yield result


def write_atomically(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
