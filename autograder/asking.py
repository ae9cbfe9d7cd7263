"""Ask a student's process about an exercise; judge what it answers.

All visible cases come before any hidden one: once a process has seen a
hidden case, it could tell it in the words that a visible case shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from autograder.inside.failures import RemoteError
from autograder.quiet import hushed
from autograder.results import ExerciseResult
from autograder.session import Late, Session
from autograder.syllabus import Exercise
from chainrule import checks
from chainrule.cases import Case, Verdict

ENDED = "an earlier call of this exercise did not return"


@dataclass(frozen=True)
class Heard:
    """What an exercise answered to some of its cases.

    Args:
        verdicts: One for each case, criterion by criterion.
        end: The first criterion from which on nothing can be asked: the
            answer is not there, or never returns. Empty if all can be.
        why: Outcome and message of what was not asked.
    """

    verdicts: tuple[Verdict, ...]
    end: str = ""
    why: tuple[str, str] = ("error", ENDED)


def ask_visible(session: Session, exercise: Exercise) -> Heard:
    """Try an exercise on its visible cases."""
    visible = checks.exercise_of(exercise.name)
    return _ask(session, exercise, visible.cases)


def grade_exercise(
    session: Session,
    exercise: Exercise,
    heard: Heard,
    hidden_cases: Iterable[Case],
) -> ExerciseResult:
    """Try an exercise on its hidden cases, and add up.

    Criteria are tried one after the other, so that an answer that never
    ends keeps what its earlier criteria earned.

    Args:
        session: The student's process.
        exercise: The exercise.
        heard: What it answered to its visible cases.
        hidden_cases: The others.
    """
    visible = checks.exercise_of(exercise.name)
    order = list(visible.points)
    end = order.index(heard.end) if heard.end else len(order)
    free = [c for c in hidden_cases if order.index(c.criterion) < end]
    unseen = [
        Verdict(case.criterion, *heard.why, label=case.label)
        for case in hidden_cases
        if order.index(case.criterion) >= end
    ]
    if free:
        unseen[:0] = _ask(session, exercise, free).verdicts
    verdicts = [*heard.verdicts, *unseen]
    return ExerciseResult(
        exercise.name,
        exercise.points,
        checks.score(visible, verdicts),
        dict(visible.points),
        checks.criterion_scores(visible, verdicts),
        heard.verdicts,
        tuple(hushed(v, heard.verdicts) for v in unseen),
    )


def _ask(session: Session, exercise: Exercise, cases: Iterable[Case]) -> Heard:
    visible = checks.exercise_of(exercise.name)
    order = list(visible.points)
    cases = sorted(cases, key=lambda case: order.index(case.criterion))
    try:
        host = session.fresh_host()
        answers = [
            host.answer_named(exercise.module, name)
            for name in exercise.answers
        ]
        verdicts = tuple(checks.evaluate(visible, answers, cases))
    except Exception as error:
        why = _cannot_ask(exercise, error)
        verdicts = tuple(Verdict(c.criterion, *why) for c in cases)
        return Heard(verdicts, order[0], why)
    ends = [v.criterion for v in verdicts if v.outcome == "timeout"]
    ends += [
        v.criterion
        for v in verdicts
        if v.message.startswith("the call raised Ended")
    ]
    end = min(ends, key=order.index) if host.dead and ends else ""
    return Heard(verdicts, end)


def _cannot_ask(exercise: Exercise, error: Exception) -> tuple[str, str]:
    """The outcome and message where an answer cannot be fetched."""
    if not isinstance(error, RemoteError):
        return "error", f"your code could not be asked: {error}"
    if error.remote_name == "NameError":
        return "unanswered", str(error)
    where = f"{exercise.module}.py" if exercise.module else "the notebook"
    return "error", f"{where} fails with {error.remote_name}: {error}"


def at_its_check(
    session: Session,
    exercise: Exercise,
    cases: Iterable[Case],
    first: ExerciseResult,
) -> ExerciseResult | None:
    """Grade what an exercise's names stood for when its check was reached.

    That is what the student's own check saw. A scratch cell below may have
    bound a name anew.

    Args:
        session: The process that ran the notebook.
        exercise: The exercise.
        cases: Its hidden cases.
        first: What it earned as it stands at the end.

    Returns:
        result: A better one, or None. Its words are those of a process
            that has seen hidden cases.
    """
    late = any(v.outcome == "timeout" for v in (*first.shown, *first.hidden))
    if exercise.graded != "cell" or first.score >= first.points or late:
        return None
    try:
        if not session.back_to(exercise.check_id):
            return None
    except Late:
        return None
    heard = ask_visible(session, exercise)
    again = grade_exercise(session, exercise, heard, cases)
    if again.score <= first.score:
        return None
    return replace(
        again,
        shown=tuple(
            replace(hushed(v, first.shown), detail="") for v in again.shown
        ),
        hidden=tuple(hushed(v, first.shown) for v in again.hidden),
    )
