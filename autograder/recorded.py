"""What nbgrader has been told already: results in the gradebook, pages.

A run may be stopped between grading and recording. So each student has a
mark, written after the deed, that says for which result it was done.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.journal import write_atomically
from autograder.syllabus import ProblemSet


class Marks:
    """The marks of one problem set.

    Args:
        course: The course folder.
        problem_set: The set.
    """

    def __init__(self, course: Course, problem_set: ProblemSet) -> None:
        self.folder = course.reports / problem_set.name / "recorded"

    def read(self, deed: str, student: str) -> str:
        """For which result a deed was last done; empty if it never was."""
        try:
            return self._path(deed, student).read_text("utf-8")
        except FileNotFoundError:
            return ""

    def write(self, deed: str, student: str, done_for: str) -> None:
        """Note that a deed is done."""
        write_atomically(self._path(deed, student), done_for)

    def _path(self, deed: str, student: str) -> Path:
        return self.folder / deed / student


def written_by_hand(course: Course, problem_set: ProblemSet) -> dict[str, str]:
    """A digest of points and comments that people gave, by student.

    Only students whom the gradebook knows are in it; to most, nobody has
    given anything, and the digest is empty.
    """
    with course.gradebook() as gradebook:
        return {
            submission.student.id: _digest(submission)
            for submission in gradebook.assignment_submissions(
                problem_set.name
            )
        }


def _digest(submission: Any) -> str:
    given = [
        *(
            [grade.cell.name, grade.manual_score, grade.extra_credit]
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.manual_score is not None or grade.extra_credit
        ),
        *(
            [comment.cell.name, comment.manual_comment]
            for notebook in submission.notebooks
            for comment in notebook.comments
            if comment.manual_comment
        ),
    ]
    if not given:
        return ""
    text = json.dumps(sorted(given, key=str))
    return hashlib.sha256(text.encode()).hexdigest()
