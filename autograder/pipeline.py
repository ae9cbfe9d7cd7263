"""Grade a class from handed-in folders to feedback and report."""

import contextlib
from collections.abc import Callable
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path

from autograder import report
from autograder.course import Course, StepFailed
from autograder.errors import UserError
from autograder.ingest import ingest
from autograder.run import grade_all, local_executor
from autograder.session import Limits
from autograder.submission import Submission
from autograder.syllabus import ProblemSet


class NotReleased(UserError):
    """A set cannot be graded before it has been released."""


def grade_class(
    course: Course,
    problem_set: ProblemSet,
    source: Path | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
    say: Callable[[str], None] = print,
    executor: Executor | None = None,
) -> report.ClassReport:
    """Ingest, grade what changed, record, write feedback and report.

    Args:
        course: The course folder.
        problem_set: The set.
        source: Where the handed-in folders are; None: `submitted/`.
        limits: How long student code may run.
        workers: How many submissions run at once.
        say: Receives lines of progress.
        executor: Where to run; None: processes of this machine.

    Raises:
        NotReleased: If students have not been given this set.
        NothingHandedIn: If there is no submission.
    """
    require_released(course, problem_set)
    came = ingest(course, problem_set, source)
    for refusal in came.refusals:
        say(f"refused: {refusal.student}: {refusal.reason}")
    with contextlib.ExitStack() as stack:
        if executor is None:
            executor = stack.enter_context(local_executor(workers))
        all_ = came.submissions
        changed = grade_all(all_, course.root, executor, limits, say)
        record(course, problem_set, all_, changed, executor, say)
    collected = report.collect(course, problem_set)
    report.write(course, collected)
    return collected


def require_released(course: Course, problem_set: ProblemSet) -> None:
    """Raise unless the release and its gradebook entries are there."""
    release = course.release(problem_set.name)
    missing = [
        name
        for name in problem_set.notebooks
        if not (release / f"{name}.ipynb").exists()
    ]
    with course.gradebook() as gradebook:
        known = {a.name for a in gradebook.assignments}
    if missing or problem_set.name not in known:
        raise NotReleased(
            f"{problem_set.name} has not been released in this course "
            f"folder: run 'make release SET={problem_set.name}' first"
        )


def record(
    course: Course,
    problem_set: ProblemSet,
    submissions: tuple[Submission, ...],
    changed: list[str],
    executor: Executor,
    say: Callable[[str], None],
) -> None:
    """Write results to the gradebook and make the feedback pages.

    One writer, one student after the other, through nbgrader's own
    converters: they find each result in the journal. Pages only read, so
    the executor makes them meanwhile.
    """
    pages: dict[Future[None], str] = {}
    for submission in submissions:
        student = submission.student
        done = course.feedback / student / problem_set.name
        if student not in changed and done.is_dir():
            continue
        try:
            course.autograde(problem_set.name, student)
        except StepFailed as error:
            say(f"{student}: not recorded: {error}")
            continue
        words = course.root, problem_set.name, student
        pages[executor.submit(write_page, *words)] = student
    for page in as_completed(pages):
        trouble = page.exception()
        if trouble is not None:
            say(f"{pages[page]}: no feedback: {trouble}")


def write_page(root: Path, problem_set: str, student: str) -> None:
    """Make one student's feedback, in whatever process this runs."""
    Course(root).generate_feedback(problem_set, student)
