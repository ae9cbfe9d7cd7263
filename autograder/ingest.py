"""Bring handed-in folders into `submitted/`, or refuse them with a reason.

nbgrader fails on a truncated, renamed or differently encoded notebook
before any of its seams is reached. So each folder is read here first. The
files that were handed in are kept as they are.
"""

import contextlib
import re
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat

from autograder.course import Course
from autograder.errors import UserError
from autograder.handed_in import (
    innermost,
    modules_of,
    notebooks_of,
    shown,
    unread,
)
from autograder.originals import keep_original
from autograder.refusals import Refusal, remember
from autograder.stamps import contents, stamp
from autograder.submission import (
    MOST_BYTES,
    Refused,
    Submission,
    load,
    read_notebook,
)
from autograder.syllabus import ProblemSet

FILES = (".zip", ".tar", ".gz", ".tgz", ".7z", ".rar", ".ipynb")
STUDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}")


class NothingHandedIn(UserError):
    """There is no folder of submissions to read."""


@dataclass(frozen=True)
class Ingested:
    """What came in: submissions to grade, and refusals."""

    submissions: tuple[Submission, ...]
    refusals: tuple[Refusal, ...]


def ingest(
    course: Course, problem_set: ProblemSet, source: Path | None = None
) -> Ingested:
    """Read every student's folder; one bad folder never stops the rest.

    Args:
        course: The course folder.
        problem_set: The set.
        source: A folder with one folder a student, which holds the
            files themselves or a folder named as the set. None reads
            what nbgrader has collected in `submitted/`.

    Raises:
        NothingHandedIn: If there is no submission at all.
    """
    accepted, refused = [], packed(source)
    for student, folder in _handed_in(course, problem_set, source):
        try:
            accepted.append(_accept(course, problem_set, student, folder))
        except Refused as error:
            refused.append(Refusal(student, str(error)))
            _set_aside(course, problem_set, student, folder)
        except Exception as error:
            # Whatever a folder holds is one student's affair.
            reason = f"its files cannot be read ({type(error).__name__}: "
            reason += f"{error}"[:200] + "). Hand in a new folder of files"
            refused.append(Refusal(student, reason))
    remember(course, problem_set, refused)
    return Ingested(tuple(accepted), tuple(refused))


def packed(source: Path | None) -> list[Refusal]:
    """Refuse archives and single notebooks: nobody's work is passed over."""
    if source is None or not source.is_dir():
        return []
    return [
        Refusal(
            shown(path.name.partition(".")[0]),
            f"{shown(path.name)} is a file: unpack it into a folder with the "
            "student's id, and grade again",
        )
        for path in sorted(source.iterdir())
        if path.name.lower().endswith(FILES) and path.is_file()
        if not (source / path.name.partition(".")[0]).is_dir()
    ]


def _handed_in(
    course: Course, problem_set: ProblemSet, source: Path | None
) -> list[tuple[str, Path]]:
    """Each student and the folder that holds the files of the set."""
    base = source or course.submitted
    if not base.is_dir():
        raise NothingHandedIn(
            f"there is no folder {base}: put one folder a student there, "
            "or name another with FROM=folder"
        )
    names = [f"{name}.ipynb" for name in problem_set.notebooks]
    if any((base / name).exists() for name in names):
        raise NothingHandedIn(
            f"{base} holds notebooks itself: FROM names the folder that "
            "holds one folder for each student"
        )
    found = []
    for folder in sorted(base.iterdir()):
        if folder.name.startswith(".") or not folder.is_dir():
            continue
        inner = folder / problem_set.name
        if inner.is_dir():
            found.append((folder.name, inner))
        elif source is not None:
            found.append((folder.name, folder))
    if not found and not packed(source):
        raise NothingHandedIn(
            f"{base} holds no submission of {problem_set.name}: each "
            f"student's files belong in {base}/STUDENT/{problem_set.name}"
        )
    return found


def _accept(
    course: Course, problem_set: ProblemSet, student: str, folder: Path
) -> Submission:
    """Read a folder, and write what was read to `submitted/`."""
    if not STUDENT.fullmatch(student) or ".." in student:
        raise Refused(
            f"{student!r} cannot be a student's id: use letters, digits and "
            "the signs _ . @ -"
        )
    if folder.is_symlink() and folder.name == problem_set.name:
        raise Refused(
            f"the folder {folder.name} is a link: hand in the files "
            "themselves, then it can be graded; hand it in again"
        )
    inside, flags = innermost(folder)
    notebooks, renamed = notebooks_of(problem_set, inside)
    modules, moved = modules_of(problem_set, inside)
    target = course.submitted / student / problem_set.name
    release = course.release(problem_set.name)
    taken = {*notebooks.values(), *modules.values()}
    flags += renamed + moved + unread(inside, taken, release)
    staging = target.parent / f".{problem_set.name}.incoming"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        (staging / "chainrule").mkdir(parents=True)
        for name, path in notebooks.items():
            text = str(nbformat.writes(read_notebook(path)))
            (staging / f"{name}.ipynb").write_text(text, "utf-8")
        for name, path in modules.items():
            # A file that is too large is copied as far as shows that it is.
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            (staging / "chainrule" / f"{name}.py").write_bytes(data)
        submission = load(staging, student, problem_set, release)
        flags += stamp(inside, target, staging)
        if contents(target) != contents(staging):
            flags += keep_original(course, problem_set, student, folder)
            shutil.rmtree(target, ignore_errors=True)
            staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return replace(submission, flags=(*flags, *submission.flags))


def _set_aside(
    course: Course, problem_set: ProblemSet, student: str, folder: Path
) -> None:
    """Move a refused folder out of `submitted/`, where it stops nbgrader."""
    if course.submitted not in folder.absolute().parents:
        return
    if folder.is_symlink():
        folder.unlink()
        return
    with contextlib.suppress(OSError):
        keep_original(course, problem_set, student, folder)
        shutil.rmtree(folder)
