"""Keep handed-in files as they came, within bounds."""

import os
import shutil
from pathlib import Path

from autograder.course import Course
from autograder.submission import MOST_BYTES
from autograder.syllabus import ProblemSet

MOST_FILES = 500
MOST_KEPT = 100_000_000  # bytes of all files of one submission


def originals(course: Course, problem_set: ProblemSet) -> Path:
    """Where handed-in files are kept as they came."""
    return course.reports / problem_set.name / "originals"


def keep_original(
    course: Course, problem_set: ProblemSet, student: str, folder: Path
) -> tuple[str, ...]:
    """Copy a handed-in folder; links stay links.

    Pipes and devices hold nothing to keep. What is too large for a
    submission, or cannot be read, is left out: it cannot be graded.

    Returns:
        flags: How many files were left out.
    """
    target = originals(course, problem_set) / student
    shutil.rmtree(target, ignore_errors=True)
    left, count, size = 0, 0, 0
    for here, folders, names in os.walk(folder):
        place = target / Path(here).relative_to(folder)
        place.mkdir(parents=True, exist_ok=True)
        for name in (*names, *folders):
            path = Path(here, name)
            link, regular = path.is_symlink(), path.is_file()
            if not (link or regular):
                continue
            count += 1
            length = 0 if link else _length(path)
            size += length
            if length > MOST_BYTES or count > MOST_FILES or size > MOST_KEPT:
                left, size = left + 1, size - length
                continue
            try:
                shutil.copyfile(path, place / name, follow_symlinks=False)
            except OSError:
                left += 1
        if count > MOST_FILES:
            folders.clear()
    return (f"{left} or more files were not kept",) if left else ()


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
