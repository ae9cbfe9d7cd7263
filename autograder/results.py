"""The record of one graded submission, and its way to and from JSON."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from chainrule.cases import Verdict
from chainrule.checks import criterion_line


@dataclass(frozen=True)
class ExerciseResult:
    """What one exercise earned, and why.

    Args:
        name: The exercise.
        points: Points at most.
        score: Points earned.
        criteria: Points of each criterion at most, in order.
        earned: Points that each criterion earned.
        shown: Verdicts of the visible cases.
        hidden: Verdicts of the hidden cases.
    """

    name: str
    points: float
    score: float
    criteria: dict[str, float]
    earned: dict[str, float]
    shown: tuple[Verdict, ...]
    hidden: tuple[Verdict, ...]

    def lines(self) -> list[str]:
        """What a student reads: a line for each criterion.

        What stops all of them alike is said once.
        """
        verdicts = (*self.shown, *self.hidden)
        said = {(v.outcome, v.message) for v in verdicts}
        if len(said) == 1 and verdicts[0].outcome in ("unanswered", "error"):
            text = verdicts[0].message
            return [f"✗ nothing to check (0 of {self.points:g}): {text}"]
        return [
            criterion_line(
                criterion,
                points,
                self.earned[criterion],
                self.shown,
                self.hidden,
            )
            for criterion, points in self.criteria.items()
        ]


@dataclass(frozen=True)
class Result:
    """What one submission earned.

    Args:
        student: The student's id.
        problem_set: The set's name.
        key: Hash of all that the result depends on.
        fingerprint: Of the secret that the values were drawn with.
        wall: The wall that student code ran behind.
        exercises: One result for each automatic exercise.
        flags: What a person should look at.
        notebooks: The executed notebooks, as JSON text, by name.
        modules: The submitted modules, by name.
        seconds: [s] Wall time of grading.
    """

    student: str
    problem_set: str
    key: str
    fingerprint: str
    wall: str
    exercises: tuple[ExerciseResult, ...]
    flags: tuple[str, ...]
    notebooks: dict[str, str]
    modules: dict[str, str]
    seconds: float

    @property
    def score(self) -> float:
        """Points earned in all automatic exercises."""
        return sum(e.score for e in self.exercises)

    @property
    def points(self) -> float:
        """Points of all automatic exercises."""
        return sum(e.points for e in self.exercises)

    def exercise(self, name: str) -> ExerciseResult:
        """Find the result of one exercise."""
        return next(e for e in self.exercises if e.name == name)

    def to_json(self) -> str:
        """The record as text."""
        return json.dumps(asdict(self), indent=1)


def from_json(text: str) -> Result:
    """Read a record back.

    Raises:
        ValueError: If the text is not a whole record of this version.
    """
    try:
        table: dict[str, Any] = json.loads(text)
        table["exercises"] = tuple(
            _exercise(entry) for entry in table["exercises"]
        )
        table["flags"] = tuple(table["flags"])
        return Result(**table)
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a result record: {error}") from None


def _exercise(entry: dict[str, Any]) -> ExerciseResult:
    for key in ("shown", "hidden"):
        entry[key] = tuple(Verdict(**verdict) for verdict in entry[key])
    return ExerciseResult(**entry)
