"""Bring handed-in folders into `submitted/`, or refuse them with a reason.

nbgrader fails on a truncated, renamed or differently encoded notebook
before any of its seams is reached. So each folder is read here first. The
files that were handed in are kept as they are.
"""

import contextlib
import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat

from autograder.course import Course
from autograder.errors import UserError
from autograder.journal import write_atomically
from autograder.submission import (
    MOST_BYTES,
    Refused,
    Submission,
    load,
    module_file,
    read_notebook,
)
from autograder.syllabus import ProblemSet

STUDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}")
TIME = "%Y-%m-%d %H:%M:%S.%f UTC"


class NothingHandedIn(UserError):
    """There is no folder of submissions to read."""


@dataclass(frozen=True)
class Refusal:
    """A submission that was not graded, and what to tell its student."""

    student: str
    reason: str


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
    accepted, refused = [], []
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
    _remember(course, problem_set, refused)
    return Ingested(tuple(accepted), tuple(refused))


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
    found = []
    for folder in sorted(base.iterdir()):
        if folder.name.startswith(".") or not folder.is_dir():
            continue
        inner = folder / problem_set.name
        if inner.is_dir():
            found.append((folder.name, inner))
        elif source is not None:
            found.append((folder.name, folder))
    if not found:
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
    files, renamed = _named_files(problem_set, folder)
    target = course.submitted / student / problem_set.name
    release = course.release(problem_set.name)
    unread = _unread(problem_set, folder, files, release)
    staging = target.parent / f".{problem_set.name}.incoming"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for name, path in files.items():
            nb = read_notebook(path)
            place = staging / f"{name}.ipynb"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(str(nbformat.writes(nb)), "utf-8")
        _copy_modules(problem_set, folder, staging)
        submission = load(staging, student, problem_set, release)
        unread += _stamp(folder, target, staging)
        if _contents(target) != _contents(staging):
            _keep_original(course, problem_set, student, folder)
            shutil.rmtree(target, ignore_errors=True)
            staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    flags = (*renamed, *unread, *submission.flags)
    return Submission(
        student,
        problem_set.name,
        submission.notebooks,
        submission.modules,
        flags,
    )


def _named_files(
    problem_set: ProblemSet, folder: Path
) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The notebooks of the set, even one that was renamed."""
    files = {n: folder / f"{n}.ipynb" for n in problem_set.notebooks}
    missing = [n for n, path in files.items() if not path.exists()]
    others = sorted(set(folder.glob("*.ipynb")) - set(files.values()))
    flags = []
    for name in missing:
        matching = [p for p in others if _holds(p, problem_set, name)]
        if len(matching) != 1:
            names = ", ".join(p.name for p in others) or "no other notebook"
            raise Refused(
                f"{name}.ipynb is missing and the folder holds {names}: "
                f"rename your notebook to {name}.ipynb and hand it in again"
            )
        files[name] = matching[0]
        flags.append(f"{matching[0].name} was taken for {name}.ipynb")
    return files, tuple(flags)


def _unread(
    problem_set: ProblemSet,
    folder: Path,
    files: dict[str, Path],
    release: Path,
) -> tuple[str, ...]:
    """Flag programs that were handed in beside what is graded."""
    found = [*folder.iterdir(), *(folder / "chainrule").glob("*.py")]
    names = [
        str(path.relative_to(folder))
        for path in sorted(set(found) - set(files.values()))
        if path.suffix.lower() in (".py", ".ipynb", ".pth")
        and not (release / path.relative_to(folder)).exists()
    ]
    if not names:
        return ()
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    listed = ", ".join(name[:80] for name in names[:5])
    return (f"handed in, but not read: {listed}{more}",)


def _holds(path: Path, problem_set: ProblemSet, notebook: str) -> bool:
    """Whether a file holds most of the exercises of a notebook."""
    try:
        text = read_notebook(path)
    except Refused:
        return False
    wanted = [
        e.check_id for e in problem_set.exercises if e.notebook == notebook
    ]
    metadata = [c.metadata.get("nbgrader", {}) for c in text.cells]
    found = {m.get("grade_id") for m in metadata if isinstance(m, dict)}
    return 2 * sum(name in found for name in wanted) > len(wanted)


def _copy_modules(
    problem_set: ProblemSet, folder: Path, staging: Path
) -> None:
    """Copy this set's modules by name; nothing else comes along.

    One that is too large is copied as far as shows that it is.
    """
    for name in problem_set.modules:
        path = module_file(folder, name)
        if path is not None:
            place = staging / "chainrule" / f"{name}.py"
            place.parent.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as file:
                place.write_bytes(file.read(MOST_BYTES + 1))


def _stamp(folder: Path, target: Path, staging: Path) -> tuple[str, ...]:
    """Write when it was handed in: never earlier than what is there.

    nbgrader silently skips a resubmission whose time is not newer, and
    fails on a time that it cannot read.

    Returns:
        flags: What is wrong with the time that came along.
    """
    flags: tuple[str, ...] = ()
    given = folder / "timestamp.txt"
    if given.is_file() and not given.is_symlink():
        with given.open("rb") as file:
            text = file.read(100).decode("utf-8", "replace").strip()
        if _time(text) is not None:
            (staging / "timestamp.txt").write_text(text, "utf-8")
            return flags
        flags = ("timestamp.txt holds no time: the files' own times count",)
    newest = max(p.stat().st_mtime for p in folder.rglob("*") if p.is_file())
    time = datetime.fromtimestamp(newest, UTC)
    before = target / "timestamp.txt"
    last = _time(before.read_text("utf-8")) if before.is_file() else None
    if last is not None and _work(target) == _work(staging):
        shutil.copy(before, staging / "timestamp.txt")
        return flags
    if last is not None:
        time = max(time, last + timedelta(seconds=1))
    (staging / "timestamp.txt").write_text(time.strftime(TIME), "utf-8")
    return flags


def _time(text: str) -> datetime | None:
    """A time as nbgrader reads it; None if it is none."""
    from nbgrader.utils import parse_utc  # takes seconds to import

    try:
        time: datetime = parse_utc(text.strip())
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return time.replace(tzinfo=UTC)


def _contents(folder: Path) -> dict[str, bytes | None]:
    """What each file holds; None for links and whatever is no file."""
    if not folder.is_dir():
        return {}
    return {
        str(path.relative_to(folder)): None
        if path.is_symlink() or not path.is_file()
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    }


def _work(folder: Path) -> dict[str, bytes | None]:
    contents = _contents(folder)
    contents.pop("timestamp.txt", None)
    return contents


def originals(course: Course, problem_set: ProblemSet) -> Path:
    """Where handed-in files are kept as they came."""
    return course.reports / problem_set.name / "originals"


def _keep_original(
    course: Course, problem_set: ProblemSet, student: str, folder: Path
) -> None:
    target = originals(course, problem_set) / student
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target, symlinks=True, ignore=_special)


def _special(folder: str, names: list[str]) -> list[str]:
    """Pipes and devices: nothing can be copied from them."""
    paths = [Path(folder, name) for name in names]
    return [
        path.name
        for path in paths
        if not (path.is_symlink() or path.is_file() or path.is_dir())
    ]


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
        _keep_original(course, problem_set, student, folder)
        shutil.rmtree(folder)


def _remember(
    course: Course, problem_set: ProblemSet, refused: list[Refusal]
) -> None:
    path = refusals_path(course, problem_set)
    earlier = {r.student: r for r in read_refusals(course, problem_set)}
    for student in list(earlier):
        if (course.submitted / student / problem_set.name).is_dir():
            del earlier[student]
    earlier.update({r.student: r for r in refused})
    rows = {s: r.reason for s, r in sorted(earlier.items())}
    write_atomically(path, json.dumps(rows, indent=1))


def refusals_path(course: Course, problem_set: ProblemSet) -> Path:
    """Where the refusals of a set are listed."""
    return course.reports / problem_set.name / "refused.json"


def read_refusals(course: Course, problem_set: ProblemSet) -> list[Refusal]:
    """The refusals of the last ingest, and earlier ones still open."""
    path = refusals_path(course, problem_set)
    if not path.exists():
        return []
    rows = json.loads(path.read_text("utf-8"))
    return [Refusal(student, reason) for student, reason in rows.items()]
