"""Grade one submission: a function of the submission and the secret."""

import ast
import time
from typing import Any

import nbformat

from autograder import asking, hidden, sandbox, second_chance
from autograder.clear import WRITE
from autograder.identity import fingerprint, key
from autograder.release import package_files
from autograder.results import ExerciseResult, Result
from autograder.session import Limits, Session
from autograder.submission import Submission
from autograder.syllabus import Exercise, ProblemSet, Syllabus
from chainrule.cases import Case


def grade(
    submission: Submission,
    syllabus: Syllabus,
    secret: bytes,
    limits: Limits | None = None,
) -> Result:
    """Run a submission and judge every automatic exercise.

    Args:
        submission: What was handed in, repaired.
        syllabus: The course.
        secret: What the hidden values are drawn with.
        limits: How long student code may run.

    Returns:
        result: The record; nothing of the host's state goes into it.
    """
    start = time.monotonic()
    limits = limits or Limits()
    problem_set = syllabus.problem_set(submission.problem_set)
    until = start + limits.submission
    files = student_files(submission, syllabus, problem_set)
    notebooks = {
        name: nbformat.reads(text, as_version=4)
        for name, text in submission.notebooks.items()
    }
    flags = [*submission.flags, *second_definitions(notebooks, problem_set)]
    results: list[ExerciseResult] = []
    for name in problem_set.notebooks:
        nb = notebooks[name]
        cases = cases_of(name, problem_set, syllabus, submission, secret)
        with (
            Session(nb, files, limits, until) as session,
            without_jax(nb, files, limits, until, list(cases)) as plain,
        ):
            session.start()
            asked = {e: plain if e.numpy_only else session for e in cases}
            results += grade_exercises(asked, cases, flags)
        flags += [f"{name}: {flag}" for flag in session.run.flags]
        for exercise, drawn in cases.items():
            again = _another_try(nb, files, problem_set, exercise, results)
            if again is not None:
                jax = not exercise.numpy_only
                with Session(*again, limits, until, jax, False) as session:
                    (result,) = grade_exercises(
                        {exercise: session}, {exercise: drawn}, flags
                    )
                flags.append(keep_better(results, result))
    return Result(
        submission.student,
        problem_set.name,
        key(submission, secret),
        fingerprint(secret),
        sandbox.WORDS[sandbox.choose(limits.tier)],
        tuple(results),
        tuple(flags),
        {name: str(nbformat.writes(nb)) for name, nb in notebooks.items()},
        dict(submission.modules),
        round(time.monotonic() - start, 3),
    )


def grade_exercises(
    asked: dict[Exercise, Session],
    cases: dict[Exercise, list[Case]],
    flags: list[str],
) -> list[ExerciseResult]:
    """Grade the exercises of a notebook.

    Args:
        asked: The session of each exercise.
        cases: The hidden cases of each.
        flags: What a person should know; more may be added.
    """
    heard = {e: asking.ask_visible(asked[e], e) for e in cases}
    results = [
        asking.grade_exercise(asked[e], e, heard[e], drawn)
        for e, drawn in cases.items()
    ]
    for place, (e, drawn) in enumerate(cases.items()):
        first = results[place]
        again = asking.at_its_check(asked[e], e, drawn, first)
        if again is not None:
            results[place] = again
            flags.append(
                f"{e.name} earned {again.score:g} as it stood at its check, "
                f"{first.score:g} as cells below it left it"
            )
    return results


def cases_of(
    notebook: str,
    problem_set: ProblemSet,
    syllabus: Syllabus,
    submission: Submission,
    secret: bytes,
) -> dict[Exercise, list[Case]]:
    """The hidden cases of a notebook's automatic exercises."""
    who = syllabus.course, submission.student, syllabus.version
    return {
        exercise: hidden.cases_for(exercise, secret, *who)
        for exercise in problem_set.automatic
        if exercise.notebook == notebook
    }


def without_jax(
    nb: Any,
    files: dict[str, str],
    limits: Limits,
    until: float,
    asked: list[Exercise],
) -> Session:
    """A session for the exercises that ask for NumPy alone.

    Answers of modules need no notebook, so it only runs where an answer
    in a cell is asked for.
    """
    if not any(e.numpy_only and e.graded == "cell" for e in asked):
        nb = nbformat.v4.new_notebook()
    return Session(nb, files, limits, until, with_jax=False, keeps=False)


def _another_try(
    nb: Any,
    files: dict[str, str],
    problem_set: ProblemSet,
    exercise: Exercise,
    results: list[ExerciseResult],
) -> tuple[Any, dict[str, str]] | None:
    """Notebook and files for a second try, if the exercise deserves one."""
    broken = second_chance.broken_modules(problem_set, results)
    lost = {r.name for r in results if r.score < r.points}
    if exercise.graded == "cell" and broken and exercise.name in lost:
        whole = second_chance.with_whole_references(files, broken)
        return nbformat.from_dict(nb), whole
    if second_chance.deserved(exercise, results, nb):
        return second_chance.with_references(nb, files, problem_set, exercise)
    return None


def keep_better(results: list[ExerciseResult], again: ExerciseResult) -> str:
    """Let the better of two results count; say which did."""
    for index, first in enumerate(results):
        if first.name == again.name and again.score > first.score:
            results[index] = second_chance.without_words(again)
            return (
                f"{again.name} earned {again.score:g} with references in "
                f"place of what it uses, {first.score:g} without"
            )
    return f"{again.name} was tried with references, to no gain"


def student_files(
    submission: Submission, syllabus: Syllabus, problem_set: ProblemSet
) -> dict[str, str]:
    """The released package, with the student's own modules in it.

    The stubs of a module that is not there say why.
    """
    files = dict(package_files(syllabus, problem_set))
    for name, why in submission.absent.items():
        files[f"{name}.py"] = files[f"{name}.py"].replace(WRITE, why)
    for name, text in submission.modules.items():
        files[f"{name}.py"] = text
    return {f"chainrule/{name}": text for name, text in files.items()}


def second_definitions(
    notebooks: dict[str, Any], problem_set: ProblemSet
) -> list[str]:
    """Flag answers of a module that the notebook defines once more."""
    graded = {
        name: e.module
        for e in problem_set.automatic
        for name in e.answers
        if e.graded == "module"
    }
    flags = []
    for notebook, nb in notebooks.items():
        for cell in nb.cells:
            for name in _defined(cell) & set(graded):
                flags.append(
                    f"{notebook}: {name} is defined in the notebook, but "
                    f"{graded[name]}.py is what is graded"
                )
    return flags


def _defined(cell: Any) -> set[str]:
    if cell.cell_type != "code":
        return set()
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    return {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef)
    }
