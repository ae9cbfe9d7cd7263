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

    Pipes, devices and what is too large for a submission are left out.
    What cannot be read is, too: none of it can be graded.

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
            if path.is_dir() and not path.is_symlink():
                continue
            count += 1
            length = 0 if path.is_symlink() else _length(path)
            size += length
            if length > MOST_BYTES or count > MOST_FILES or size > MOST_KEPT:
                left, size = left + 1, size - length
                continue
            try:
                shutil.copyfile(path, place / name, follow_symlinks=False)
            except (OSError, shutil.SpecialFileError):
                left += 1
        if count > MOST_FILES:
            folders.clear()
    return (f"{left} or more files were not kept",) if left else ()


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
