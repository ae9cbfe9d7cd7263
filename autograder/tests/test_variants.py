"""Every variant earns its points for twenty students, not for one."""

import contextlib
import io
import resource
import types
import warnings
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import jupytext
import numpy as np
import pytest

from autograder import hidden
from autograder import syllabus as course_syllabus
from autograder.clear import reference_module
from autograder.notebooks import text_path
from autograder.release import PACKAGE
from autograder.repair import grade_id, only_looks
from autograder.samples import replace_functions, variants
from chainrule import checks

SYLLABUS = course_syllabus.load()
DRAWS = 20
GIGABYTE = 1 << 30


def limit_memory():
    """Let a variant that builds a whole matrix fail as it must."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (8 * GIGABYTE,) * 2)


@cache
def notebook_names(problem_set, notebook):
    """The names that a solved notebook defines, without what only looks."""
    names = {}
    text = text_path(problem_set, notebook)
    for cell in jupytext.read(text, fmt="py:percent").cells:
        if cell.cell_type == "markdown" or only_looks(cell):
            continue
        if not grade_id(cell).endswith("-check"):
            lines = reference_module(cell.source).splitlines()
            plain = [line for line in lines if not line.startswith("%")]
            exec("\n".join(plain), names)
    return names


def answers_of(problem_set, variant):
    """The functions or values that a variant hands in."""
    exercise = problem_set.exercise(variant.exercise)
    if exercise.graded == "cell":
        names = dict(notebook_names(problem_set, exercise.notebook))
        exec(variant.answer, names)
        return [names[name] for name in exercise.answers]
    path = PACKAGE / f"{exercise.module}.py"
    text = replace_functions(
        reference_module(path.read_text("utf-8")),
        exercise.answers,
        variant.answer,
    )
    module = types.ModuleType(f"chainrule.{exercise.module}")
    exec(compile(text, path.name, "exec"), module.__dict__)
    return [getattr(module, name) for name in exercise.answers]


@cache
def drawn(exercise, number):
    """One student's hidden cases; no answer can change them."""
    return hidden.cases_for(
        exercise, b"draws", "course", f"student-{number}", "1"
    )


def scores_of(problem_set, variant):
    """What a variant earns, for each of the drawn students."""
    exercise = problem_set.exercise(variant.exercise)
    visible = checks.exercise_of(exercise.name)
    found = []
    for number in range(DRAWS):
        answers = answers_of(problem_set, variant)
        cases = [*visible.cases, *drawn(exercise, number)]
        verdicts = checks.evaluate(visible, answers, cases)
        found.append(checks.score(visible, verdicts))
    return found


def surprises(name):
    """Variants of a set that do not earn what they are declared to."""
    limit_memory()
    problem_set = SYLLABUS.problem_set(name)
    wrong = {}
    quiet = io.StringIO()
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        for variant in variants(name):
            with contextlib.redirect_stdout(quiet):
                scores = scores_of(problem_set, variant)
            if any(abs(s - variant.score) > 1e-6 for s in scores):
                wrong[variant.name] = (variant.score, scores)
    return wrong


@pytest.fixture(scope="module")
def outcomes():
    """Two sets at a time, in processes of their own."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        longest_first = sorted(SYLLABUS.names, key=lambda n: -len(variants(n)))
        futures = {n: pool.submit(surprises, n) for n in longest_first}
        return {name: future.result() for name, future in futures.items()}


@pytest.mark.parametrize("name", SYLLABUS.names)
def test_variants_earn_the_same_for_twenty_students(outcomes, name):
    assert outcomes[name] == {}


def test_a_variant_that_is_declared_wrongly_is_found():
    """A right answer declared to earn nothing is a surprise."""
    problem_set = SYLLABUS.sets[0]
    right = next(v for v in variants(problem_set.name) if v.right)
    assert set(scores_of(problem_set, right)) == {right.score}
    assert right.score > 0
