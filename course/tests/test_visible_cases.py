"""The instant checks: complete, worth their points, passed by our answers."""

import dataclasses
import importlib

import numpy as np
import pytest
from course_files import AUTOMATIC, SYLLABUS, solved

from autograder import hidden, references
from chainrule import checks
from chainrule.compare import Mismatch, require_same

by_exercise = pytest.mark.parametrize(
    "exercise", AUTOMATIC, ids=lambda e: e.name
)


def problem_set_of(exercise):
    """The name of an exercise's set."""
    return exercise.name.partition("-")[0]


def answers_to(exercise):
    """Our own answers to an exercise."""
    return solved(problem_set_of(exercise), exercise.name)


def without_cases(points, cases):
    """Criteria that no case tries, and cases of no criterion."""
    return set(points) ^ {case.criterion for case in cases}


def positions(spec, arguments):
    """Where a truth finds what it needs among the arguments of a case."""
    found = {*spec.at, *getattr(spec, "along", ())}
    found |= {spec.of} if isinstance(spec.of, int) else set()
    found |= {spec.back} if hasattr(spec, "back") else set()
    return found if found == set(range(len(arguments))) else None


def independent_truths():
    """Visible cases that a hidden case's truth settles as well.

    Yields:
        case, truth: Where all hidden cases of this criterion and these
            answers share one truth, made of exactly the case's arguments.
    """
    for exercise in AUTOMATIC:
        specs = hidden.specs(problem_set_of(exercise))[exercise.name]
        truths = {}
        for spec in specs:
            if spec.check == "value":
                key = spec.criterion, str(spec.options)
                truths.setdefault(key, []).append(spec.expected)
        for case in checks.exercise_of(exercise.name).cases:
            found = truths.get((case.criterion, str(case.options)), [])
            if (
                case.check == "value"
                and found
                and isinstance(found[0], hidden.TRUTHS)
                and all(truth == found[0] for truth in found)
                and positions(found[0], case.arguments)
            ):
                yield exercise.name, case, found[0]


@pytest.mark.parametrize("problem_set", SYLLABUS.sets, ids=lambda s: s.name)
def test_visible_and_hidden_files_list_the_same_exercises(problem_set):
    """Neither file holds an exercise that the syllabus does not."""
    names = {e.name for e in problem_set.automatic}
    visible = importlib.import_module(f"chainrule.visible.{problem_set.name}")
    assert set(visible.EXERCISES) == names
    assert set(hidden.specs(problem_set.name)) == names


@by_exercise
def test_points_and_answers_agree_with_the_syllabus(exercise):
    """What the checks promise is what the gradebook holds."""
    visible = checks.exercise_of(exercise.name)
    assert sum(visible.points.values()) == exercise.points
    assert visible.answers == exercise.answers


@by_exercise
def test_every_criterion_has_a_visible_case(exercise):
    """A student can try everything that earns points."""
    visible = checks.exercise_of(exercise.name)
    assert without_cases(visible.points, visible.cases) == set()


@by_exercise
def test_every_criterion_of_a_function_has_a_hidden_case(exercise):
    """Knowing the visible values earns nothing; a prediction has one."""
    points = checks.exercise_of(exercise.name).points
    specs = hidden.specs(problem_set_of(exercise))[exercise.name]
    if any(callable(answer) for answer in answers_to(exercise)):
        assert without_cases(points, specs) == set()
    else:
        assert {spec.criterion for spec in specs} <= set(points)


@by_exercise
def test_our_answers_pass_every_visible_case(exercise):
    """The solved modules and the solved cells earn all points."""
    visible = checks.exercise_of(exercise.name)
    verdicts = checks.evaluate(visible, answers_to(exercise), visible.cases)
    assert [v for v in verdicts if v.outcome != "pass"] == []
    assert checks.score(visible, verdicts) == exercise.points


@by_exercise
def test_known_mistakes_are_mistakes(exercise):
    """A value that a message calls wrong is far from the right one."""
    for case in checks.exercise_of(exercise.name).cases:
        for message, wrong in case.mistakes:
            with pytest.raises(Mismatch):
                require_same(wrong, case.expected, 1e-3, message)


@by_exercise
def test_no_answer_earns_no_points(exercise):
    """An answer of the wrong kind is caught by every criterion."""
    visible = checks.exercise_of(exercise.name)
    wrong = [
        (lambda *_: "nonsense") if callable(answer) else "nonsense"
        for answer in answers_to(exercise)
    ]
    verdicts = checks.evaluate(visible, wrong, visible.cases)
    assert checks.score(visible, verdicts) == 0


@pytest.mark.parametrize(
    ("name", "case", "truth"),
    [
        pytest.param(*found, id=f"{found[0]}-{found[1].label}")
        for found in independent_truths()
    ],
)
def test_visible_values_agree_with_jax(name, case, truth):
    """The written value is what the hidden cases' truth computes."""
    value = references.truth(truth, case.arguments)
    require_same(value, np.asarray(case.expected), max(case.tolerance, 1e-12))


def test_enough_visible_values_have_a_second_source():
    """Four exercises of ps1 alone, or the test above has lost its grip."""
    assert len({name for name, _, _ in independent_truths()}) >= 4


def test_a_missing_case_is_found():
    """A criterion without a case, and a case without a criterion."""
    visible = checks.exercise_of("ps1-jacobian")
    assert without_cases(visible.points, visible.cases[:1]) == {
        "input unchanged"
    }
    stray = dataclasses.replace(visible.cases[0], criterion="stray")
    assert "stray" in without_cases(visible.points, [stray])
