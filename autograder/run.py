"""Grade many submissions at once; what is finished survives a kill."""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    as_completed,
)
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from autograder import syllabus as course_syllabus
from autograder.grade import grade
from autograder.identity import key, secret_of
from autograder.journal import Journal
from autograder.results import Result
from autograder.session import Limits
from autograder.submission import Submission

MOST_MEMORY = 4 << 30  # bytes of one process that grades


def grade_one(submission: Submission, secret: bytes, limits: Limits) -> Result:
    """Grade one submission, in whatever process this runs."""
    return grade(submission, course_syllabus.load(), secret, limits)


class LocalExecutor(Executor):
    """Processes of this machine; when one dies, new ones take its place.

    They are started afresh, not forked: JAX does not survive a fork.

    Args:
        workers: How many; None: one for each processor.
    """

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count()
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.workers, get_context("spawn"), initializer=bound_memory
        )

    def submit(
        self, function: Callable[..., Any], /, *words: Any, **named: Any
    ) -> Future[Any]:
        """Run a function in one of the processes."""
        try:
            return self._pool.submit(function, *words, **named)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._start()
            return self._pool.submit(function, *words, **named)

    def shutdown(
        self, wait: bool = True, *, cancel_futures: bool = False
    ) -> None:
        """End the processes."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)


def bound_memory() -> None:
    """Let what would fill the machine end in a MemoryError of one student."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))


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
    words = secret, limits or Limits()
    start, students = time.monotonic(), []
    ended = enumerate(finished(todo, words, executor), 1)
    for done, (future, submission) in ended:
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


def finished(
    todo: list[Submission], words: tuple[Any, ...], executor: Executor
) -> Iterator[tuple[Future[Result], Submission]]:
    """Grade submissions; each comes with its future, as it ends.

    A process that dies takes with it what its pool had not finished. That
    is graded again one by one, so that one student's submission alone can
    be to blame.
    """
    futures = {executor.submit(grade_one, s, *words): s for s in todo}
    lost = []
    for future in as_completed(futures):
        if isinstance(future.exception(), BrokenProcessPool):
            lost.append(futures[future])
        else:
            yield future, futures[future]
    for submission in lost:
        alone = executor.submit(grade_one, submission, *words)
        alone.exception()  # wait for it
        yield alone, submission
