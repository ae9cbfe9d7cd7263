"""Submissions that were not graded: remembered, so that no one is lost."""

import json
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.journal import write_atomically
from autograder.syllabus import ProblemSet


@dataclass(frozen=True)
class Refusal:
    """A submission that was not graded, and what to tell its student."""

    student: str
    reason: str


def remember(
    course: Course, problem_set: ProblemSet, refused: list[Refusal]
) -> None:
    """Add refusals to those of earlier ingests that are still open."""
    path = _path(course, problem_set)
    earlier = {r.student: r for r in read_refusals(course, problem_set)}
    for student in list(earlier):
        if (course.submitted / student / problem_set.name).is_dir():
            del earlier[student]
    earlier.update({r.student: r for r in refused})
    rows = {s: r.reason for s, r in sorted(earlier.items())}
    write_atomically(path, json.dumps(rows, indent=1))


def read_refusals(course: Course, problem_set: ProblemSet) -> list[Refusal]:
    """The refusals of the last ingest, and earlier ones still open."""
    path = _path(course, problem_set)
    if not path.exists():
        return []
    rows = json.loads(path.read_text("utf-8"))
    return [Refusal(student, reason) for student, reason in rows.items()]


def _path(course: Course, problem_set: ProblemSet) -> Path:
    return course.reports / problem_set.name / "refused.json"
