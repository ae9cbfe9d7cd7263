"""Records that checks read and write: cases, exercises and verdicts.

A check is public code; a case is data. Visible cases come with the course,
hidden ones only meet an answer at grading.

Assignment: given.
"""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Source:
    """A function given as text, so that it can cross to another process.

    Args:
        text: A lambda expression, or one or more `def` statements, of
            which the last is meant. It may use `np` and the names below.
        uses: Names of the exercise's answers that the text calls.
        names: Constants that the text mentions, by name.
    """

    text: str
    uses: tuple[str, ...] = ()
    names: dict = field(default_factory=dict, compare=False)

    def bind(self, answers):
        """Attach the answers that the text uses."""
        used = {name: answers[name] for name in self.uses}
        return replace(self, names={**self.names, **used})

    def resolve(self, numpy=np):
        """Return the function, with `np` bound to the module numpy."""
        scope = {"np": numpy, **self.names}
        if not self.text.lstrip().startswith("def "):
            return eval(self.text, scope)
        before = set(scope)
        exec(self.text, scope)
        defined = [n for n in scope if n not in before and n[:2] != "__"]
        return scope[defined[-1]]


@dataclass(frozen=True)
class Case:
    """One input of a check, with what must come out.

    Args:
        criterion: The part of the exercise whose points depend on it.
        arguments: What the implementation is called with.
        expected: The value to compare with, or what the check needs.
        tolerance: () largest relative error that counts as equal.
        check: The check to run, by its name in this module.
        label: How messages call the case. It must not give it away.
        differences: A second, independent reference, and its tolerance.
        mistakes: Pairs of a message and the value this mistake returns.
        options: Anything else that the check reads.
    """

    criterion: str
    arguments: tuple = ()
    expected: Any = None
    tolerance: float = 1e-9
    check: str = "value"
    label: str = ""
    differences: tuple[Any, float] | None = None
    mistakes: tuple[tuple[str, Any], ...] = ()
    options: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Exercise:
    """The visible half of an exercise.

    Args:
        answers: Names of the functions or variables to hand in.
        points: Points of each criterion, in the order of the report.
        cases: The cases that every student sees.
    """

    answers: tuple[str, ...]
    points: dict[str, float]
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Verdict:
    """What one case says about an answer.

    Args:
        criterion: The criterion that the case belongs to.
        outcome: "pass", "part", "fail", "error", "timeout" or
            "unanswered".
        message: Words that may be shown for any case.
        detail: Numbers of the case, shown for visible cases only.
        earned: Share of the criterion's points that this case leaves.
        label: What the case is called.
    """

    criterion: str
    outcome: str
    message: str = ""
    detail: str = ""
    earned: float = 0.0
    label: str = ""


class NoAnswer(Exception):
    """The answer is still the released stub."""


class OutOfTime(Exception):
    """The answer did not come back within its time."""
