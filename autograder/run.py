"""Grade many submissions at once; what is finished survives a kill."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from autograder import syllabus as course_syllabus
from autograder.grade import grade
from autograder.identity import key, secret_of
from autograder.journal import Journal
from autograder.results import Result
from autograder.session import Limits
from autograder.submission import Submission


def grade_one(submission: Submission, secret: bytes, limits: Limits) -> Result:
    """Grade one submission, in whatever process this runs."""
    return grade(submission, course_syllabus.load(), secret, limits)


def local_executor(workers: int | None = None) -> Executor:
    """A pool of processes of this machine.

    They are started afresh, not forked: JAX does not survive a fork.
    """
    return ProcessPoolExecutor(
        workers or os.cpu_count(), mp_context=get_context("spawn")
    )


def grade_all(
    submissions: Iterable[Submission],
    course_root: Path,
    executor: Executor,
    limits: Limits | None = None,
    say: Callable[[str], None] = print,
) -> list[str]:
    """Grade what has changed, and journal each result as it arrives.

    Args:
        submissions: All submissions of one set.
        course_root: The folder with the journal and the secret.
        executor: Where to run; anything with Executor's interface.
        limits: How long student code may run.
        say: Receives a line of progress for each submission.

    Returns:
        students: Whose results are new.
    """
    secret = secret_of(course_root)
    todo = []
    for submission in submissions:
        journal = Journal(course_root, submission.problem_set)
        wanted = key(submission, secret)
        if journal.read(submission.student, wanted) is None:
            todo.append(submission)
    start, students = time.monotonic(), []
    futures = {
        executor.submit(grade_one, s, secret, limits or Limits()): s
        for s in todo
    }
    for done, future in enumerate(as_completed(futures), 1):
        submission = futures[future]
        try:
            result = future.result()
        except Exception as error:
            say(f"{submission.student}: not graded: {error!r}")
            print(f"{submission.student}: {error!r}", file=sys.stderr)
            continue
        Journal(course_root, submission.problem_set).write(result)
        students.append(result.student)
        left = (time.monotonic() - start) / done * (len(todo) - done)
        say(
            f"[{done}/{len(todo)}] {result.student}: {result.score:g} of "
            f"{result.points:g} points, about {left:.0f} s left"
        )
    return sorted(students)
