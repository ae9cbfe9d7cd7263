"""Whole classes for tests: every variant of the corpus, packed.

The k-th wrong variants of all exercises of a set make one submission, and
so do the k-th right ones: each exercise must still earn just what its own
variant is declared to earn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.samples import Variant, variants, write_submission
from autograder.syllabus import ProblemSet, Syllabus


@dataclass(frozen=True)
class Student:
    """One submission of a test class, and what it must earn.

    Args:
        name: The student's id.
        answers: Texts that replace solutions, by exercise.
        scores: Points that exercises must earn, where not all or, for
            a blank submission, none.
        solved: Whether all else is our solution.
        change: Changes the written folder in place.
    """

    name: str
    answers: dict[str, str] = field(default_factory=dict)
    scores: dict[str, float] = field(default_factory=dict)
    solved: bool = True
    change: Callable[[Path], None] | None = None

    def expected(self, problem_set: ProblemSet) -> dict[str, float]:
        """Points of every automatic exercise."""
        full = {
            e.name: e.points if self.solved else 0.0
            for e in problem_set.automatic
        }
        return full | self.scores

    def write(
        self,
        folder: Path,
        course: Course,
        syllabus: Syllabus,
        problem_set: ProblemSet,
    ) -> None:
        """Write the submission as it is handed in."""
        target = folder / self.name
        release = course.release(problem_set.name)
        write_submission(
            target, syllabus, problem_set, release, self.answers, self.solved
        )
        if self.change is not None:
            self.change(target)


def packed(problem_set: ProblemSet, right: bool) -> Iterator[Student]:
    """Submissions that hold every right, or every wrong, variant once."""
    kind = "right" if right else "wrong"
    for number, row in enumerate(_rows(problem_set, right), 1):
        chosen = [v for v in row if v is not None]
        yield Student(
            f"{kind}-{number}",
            {v.exercise: v.answer for v in chosen},
            {v.exercise: v.score for v in chosen},
        )


def _rows(
    problem_set: ProblemSet, right: bool
) -> Iterator[tuple[Variant | None, ...]]:
    columns = [
        [
            v
            for v in variants(problem_set.name)
            if v.exercise == exercise.name and v.right == right
        ]
        for exercise in problem_set.automatic
    ]
    return zip_longest(*columns)


def grade_scores(course: Course, name: str, student: str) -> dict[str, Any]:
    """Automatic scores in the gradebook, by the name of the grade cell."""
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(name, student)
        return {
            grade.cell.name: grade.auto_score
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
