"""Turn hidden specs into cases: drawn, with their truths filled in."""

import importlib
from functools import cache
from typing import Any

import numpy as np

from autograder import references
from autograder.draw import draw, generator
from autograder.specs import Hidden, Jacobian, Jvp, Value, Vjp
from autograder.syllabus import Exercise, SyllabusError
from chainrule.cases import Case, Source

DERIVATIVES = (Jacobian, Jvp, Vjp)
TRUTHS = (*DERIVATIVES, Value)


@cache
def specs(problem_set: str) -> dict[str, tuple[Hidden, ...]]:
    """The hidden specs of a problem set, by exercise."""
    module = importlib.import_module(f"autograder.cases.{problem_set}")
    found: dict[str, tuple[Hidden, ...]] = module.HIDDEN
    return found


def cases_for(
    exercise: Exercise, secret: bytes, course: str, student: str, version: str
) -> list[Case]:
    """Draw the hidden cases of one exercise for one student.

    Args:
        exercise: The exercise.
        secret: The course's secret.
        course: The course's id.
        student: Whom the values are drawn for.
        version: The version of the cases.

    Returns:
        cases: With arguments, truths and tolerances.

    Raises:
        SyllabusError: If there are none.
    """
    problem_set = exercise.name.partition("-")[0]
    rng = generator(
        secret, course, problem_set, exercise.name, student, version
    )
    known = specs(problem_set)
    if exercise.name not in known:
        raise SyllabusError(
            f"autograder/cases/{problem_set}.py has no hidden cases of "
            f"{exercise.name}: add them to HIDDEN"
        )
    return [realize(spec, rng) for spec in known[exercise.name]]


def realize(spec: Hidden, rng: np.random.Generator) -> Case:
    """Draw one case and compute what must come out."""
    arguments = tuple(draw(item, rng) for item in spec.arguments)
    known = arguments + tuple(draw(item, rng) for item in spec.extra)
    expected, differences = spec.expected, None
    if isinstance(expected, TRUTHS):
        expected = references.truth(expected, known)
    if isinstance(spec.expected, DERIVATIVES) and spec.differences:
        differences = (
            references.differences(spec.expected, known),
            spec.differences,
        )
    options = {name: draw(item, rng) for name, item in spec.options.items()}
    return Case(
        spec.criterion,
        arguments,
        expected,
        spec.tolerance,
        spec.check,
        spec.label,
        differences,
        tuple(
            (message, _wrong_value(text, known))
            for message, text in spec.mistakes
        ),
        options,
    )


def _wrong_value(text: str, arguments: tuple[Any, ...]) -> Any:
    plain = [
        a.resolve() if isinstance(a, Source) and not a.uses else a
        for a in arguments
    ]
    return Source(text).resolve()(*plain)
