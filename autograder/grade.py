"""Grade one submission: a function of the submission and the secret."""

import ast
import contextlib
import re
import time
from dataclasses import replace
from typing import Any

import nbformat

from autograder import hidden, sandbox, second_chance
from autograder.identity import fingerprint, key
from autograder.inside.failures import RemoteError
from autograder.release import package_files
from autograder.results import ExerciseResult, Result
from autograder.session import Limits, Session
from autograder.submission import Submission
from autograder.syllabus import Exercise, ProblemSet, Syllabus
from chainrule import checks
from chainrule.cases import Case, Verdict

RAISED = re.compile(
    r"(the call raised \w{1,80}).*?( \([^()]*line \d+\))?$", re.S
)


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
    empty = nbformat.v4.new_notebook()
    with Session(empty, files, limits, until, False, False) as modules:
        for name in problem_set.notebooks:
            nb = notebooks[name]
            cases = cases_of(name, problem_set, syllabus, submission, secret)
            with (
                Session(nb, files, limits, until) as session,
                without_jax(modules, nb, list(cases)) as plain,
            ):
                session.start()
                for exercise, drawn in cases.items():
                    asked = plain if exercise.numpy_only else session
                    results.append(grade_exercise(asked, exercise, drawn))
            flags += [f"{name}: {flag}" for flag in session.run.flags]
            for exercise, drawn in cases.items():
                again = _another_try(nb, files, problem_set, exercise, results)
                if again is not None:
                    jax = not exercise.numpy_only
                    with Session(*again, limits, until, jax, False) as session:
                        result = grade_exercise(session, exercise, drawn)
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
    modules: Session, nb: Any, asked: list[Exercise]
) -> contextlib.AbstractContextManager[Session]:
    """A session for the exercises that ask for NumPy alone.

    Answers of modules need no notebook, so it only runs where an answer
    in a cell is asked for.

    Args:
        modules: The session of the whole submission that runs none.
        nb: The notebook.
        asked: Its exercises.
    """
    if not any(e.numpy_only and e.graded == "cell" for e in asked):
        return contextlib.nullcontext(modules)
    files, limits, until = modules.files, modules.limits, modules.until
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
    """The released package, with the student's own modules in it."""
    files = dict(package_files(syllabus, problem_set))
    for name, text in submission.modules.items():
        files[f"{name}.py"] = text
    return {f"chainrule/{name}": text for name, text in files.items()}


def grade_exercise(
    session: Session, exercise: Exercise, hidden_cases: list[Case]
) -> ExerciseResult:
    """Try one exercise on its visible and its hidden cases.

    Criteria are tried one after the other, so that an answer that never
    ends keeps what its earlier criteria earned.
    """
    visible = checks.exercise_of(exercise.name)
    marked = [(case, False) for case in visible.cases]
    marked += [(case, True) for case in hidden_cases]
    order = list(visible.points)
    marked.sort(key=lambda pair: order.index(pair[0].criterion))
    cases = [case for case, _ in marked]
    try:
        verdicts = _ask(session, exercise, visible, cases)
    except Exception as error:
        message = _cannot_ask(exercise, error)
        verdicts = [Verdict(case.criterion, *message) for case in cases]
    pairs = list(zip(verdicts, marked, strict=True))
    shown = tuple(v for v, (_, is_hidden) in pairs if not is_hidden)
    known = {verdict.message for verdict in shown}
    earned = checks.criterion_scores(visible, verdicts)
    return ExerciseResult(
        exercise.name,
        exercise.points,
        checks.score(visible, verdicts),
        dict(visible.points),
        earned,
        shown,
        tuple(no_text(v, known) for v, (_, is_hidden) in pairs if is_hidden),
    )


def no_text(verdict: Verdict, known: set[str]) -> Verdict:
    """Keep an error's type and line only; its text could tell a case.

    Args:
        verdict: Of a hidden case.
        known: Messages of visible cases, which tell nothing new.
    """
    if verdict.message in known or verdict.outcome not in (
        "error",
        "unanswered",
    ):
        return verdict
    said = RAISED.match(verdict.message)
    text = said[1] + (said[2] or "") if said else "no answer"
    return replace(verdict, message=text)


def _ask(
    session: Session,
    exercise: Exercise,
    visible: Any,
    cases: list[Case],
) -> list[Verdict]:
    host = session.fresh_host()
    answers = [
        host.answer_named(exercise.module, name) for name in exercise.answers
    ]
    return list(checks.evaluate(visible, answers, cases))


def _cannot_ask(exercise: Exercise, error: Exception) -> tuple[str, str]:
    """The outcome and message where an answer cannot be fetched."""
    if not isinstance(error, RemoteError):
        return "error", f"your code could not be asked: {error}"
    if error.remote_name == "NameError":
        return "unanswered", str(error)
    where = f"{exercise.module}.py" if exercise.module else "the notebook"
    return "error", f"{where} fails with {error.remote_name}: {error}"


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
