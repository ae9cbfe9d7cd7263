"""Grade a class from handed-in folders to feedback and report."""

import contextlib
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path

from autograder import report
from autograder.course import Course, StepFailed
from autograder.errors import UserError
from autograder.identity import key, secret_of
from autograder.ingest import ingest
from autograder.journal import Journal
from autograder.messages import printable
from autograder.recorded import Marks, written_by_hand
from autograder.run import LocalExecutor, grade_all
from autograder.session import Limits
from autograder.submission import Submission
from autograder.syllabus import ProblemSet

PAGE_SECONDS = 120  # for one student's feedback
EVERY = 5.0  # seconds between two lines of progress


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
    say = one_line(say)
    came = ingest(course, problem_set, source)
    for refusal in came.refusals:
        say(f"refused: {refusal.student}: {refusal.reason}")
    with contextlib.ExitStack() as stack:
        if executor is None:
            executor = stack.enter_context(LocalExecutor(workers))
        all_ = came.submissions
        grade_all(all_, course.root, executor, limits, say)
        record(course, problem_set, all_, executor, say)
    collected = report.collect(course, problem_set)
    report.write(course, collected)
    return collected


def one_line(say: Callable[[str], None]) -> Callable[[str], None]:
    """Say what a terminal shows as one line, whatever a student named."""
    return lambda text: say(printable(" ".join(text.splitlines())))


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
    executor: Executor,
    say: Callable[[str], None],
) -> None:
    """Write results to the gradebook and make the feedback pages.

    One writer, one student after the other, through nbgrader's own
    converters: they find each result in the journal. Pages only read, so
    the executor makes them meanwhile. What is there already is not made
    again; a page is, if points or comments were given by hand.
    """
    marks, secret = Marks(course, problem_set), secret_of(course.root)
    by_hand = written_by_hand(course, problem_set)
    pages: dict[Future[None], tuple[str, str]] = {}
    start, told = time.monotonic(), 0.0
    for number, submission in enumerate(submissions, 1):
        student, wanted = submission.student, key(submission, secret)
        journal = Journal(course.root, problem_set.name)
        if journal.read(student, wanted) is None:
            continue  # grading it failed, and said so
        known = student in by_hand
        if not known or marks.read("gradebook", student) != wanted:
            try:
                course.autograde(problem_set.name, student)
            except StepFailed as error:
                say(f"{student}: not recorded: {error}")
                continue
            marks.write("gradebook", student, wanted)
        shows = f"{wanted} {by_hand.get(student, '')}"
        feedback = course.feedback / student / problem_set.name
        if not feedback.is_dir() or marks.read("page", student) != shows:
            words = course.root, problem_set.name, student
            pages[executor.submit(write_page, *words)] = student, shows
        passed = time.monotonic() - start
        if passed > told + EVERY:
            told, left = passed, passed / number * (len(submissions) - number)
            say(
                f"recorded {number} of {len(submissions)}, about "
                f"{left:.0f} s left"
            )
    for page in as_completed(pages):
        student, shows = pages[page]
        trouble = page.exception()
        if trouble is None:
            marks.write("page", student, shows)
        else:
            say(f"{student}: no feedback: {trouble}")


def write_page(root: Path, problem_set: str, student: str) -> None:
    """Make one student's feedback, in whatever process this runs.

    Raises:
        TimeoutError: If what the student wrote takes too long to render.
    """

    def too_long(*_: object) -> None:
        raise TimeoutError(f"the page takes more than {PAGE_SECONDS} s")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(PAGE_SECONDS)
    try:
        Course(root).generate_feedback(problem_set, student)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
