"""The hostile corpus: one submission a file, and what must become of it."""

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from autograder.corpus.hostile import _files
from autograder.samples import CORPUS
from autograder.syllabus import ProblemSet
from autograder.tests.classes import Student

OUTCOMES = ("zero", "full", "stop", "safe", "reject")


@dataclass(frozen=True)
class Row:
    """A hostile submission: our solution, but for one thing.

    Args:
        name: The file's name without its ending.
        what: What it tries, in a sentence.
        outcome: One of `OUTCOMES`: what becomes of the exercise.
        exercise: The exercise that it answers; empty if it is refused.
        answer: The text of its answer, if it is not our solution.
        copies: How many more cells with that text stand at the end.
        change: Changes the written folder in place.
        student: Who hands it in.
        scores: Points of exercises that do not earn what follows from
            the outcome.
        flags: Words of flags that it must have; all other rows that
            earn everything have none.
        says: Words that the student must read.
        shown: Words that the outputs of its cells must hold.
        absent: Words that neither outputs nor messages may hold.
        namespaces: Whether only that wall keeps it in.
        loses_notebook: Whether no cell of its notebook is run.
    """

    name: str
    what: str
    outcome: str
    exercise: str = ""
    answer: str = ""
    copies: int = 0
    change: Callable[[Path], None] | None = None
    student: str = ""
    scores: Mapping[str, float] | None = None
    flags: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    namespaces: bool = False
    loses_notebook: bool = False

    def expected(self, problem_set: ProblemSet) -> dict[str, float]:
        """Points of every automatic exercise."""
        points = {e.name: e.points for e in problem_set.automatic}
        if self.outcome in ("zero", "stop"):
            points[self.exercise] = 0.0
        if self.loses_notebook:
            mine = problem_set.exercise(self.exercise).notebook
            for e in problem_set.automatic:
                if e.notebook == mine and e.graded == "cell":
                    points[e.name] = 0.0
        return points | dict(self.scores or {})

    def handed_in(self, places: Mapping[str, str]) -> Student:
        """The submission, with the places of this run filled in."""
        answer = self.answer
        for name, value in places.items():
            answer = answer.replace(f"@{name}@", value)
        answers = {self.exercise: answer} if answer else {}
        change = self.change
        if self.copies:
            change = _files.repeats(answer, self.copies)
        return Student(self.student, answers, change=change)


@cache
def rows() -> tuple[Row, ...]:
    """The whole corpus, in the order of its names."""
    paths = sorted((CORPUS / "hostile").glob("[!_]*.py"))
    return tuple(_row(path.stem) for path in paths)


def row(name: str) -> Row:
    """Find a row by its name."""
    return next(r for r in rows() if r.name == name)


def _row(name: str) -> Row:
    module: Any = importlib.import_module(f"autograder.corpus.hostile.{name}")
    known = vars(module)
    return Row(
        name,
        module.__doc__.strip(),
        module.OUTCOME,
        known.get("EXERCISE", ""),
        known.get("ANSWER", "").strip("\n"),
        known.get("COPIES", 0),
        known.get("change"),
        known.get("STUDENT", name.replace("_", "-")),
        known.get("SCORES"),
        known.get("FLAGS", ()),
        known.get("SAYS", ()),
        known.get("SHOWN", ()),
        known.get("ABSENT", ()),
        known.get("NAMESPACES", False),
        known.get("LOSES_NOTEBOOK", False),
    )
