"""When a submission was handed in, in a form that nbgrader reads."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

STAMP = "timestamp.txt"
TIME = "%Y-%m-%d %H:%M:%S.%f UTC"


def stamp(folder: Path, target: Path, staging: Path) -> tuple[str, ...]:
    """Write when it was handed in: never earlier than what is there.

    nbgrader silently skips a resubmission whose time is not newer, and
    fails on a time that it cannot read.

    Args:
        folder: What was handed in.
        target: The submission that it takes the place of.
        staging: What is about to take that place.

    Returns:
        flags: What is wrong with the time that came along.
    """
    flags: tuple[str, ...] = ()
    given = folder / STAMP
    if given.is_file() and not given.is_symlink():
        with given.open("rb") as file:
            text = file.read(100).decode("utf-8", "replace").strip()
        if _time(text) is not None:
            (staging / STAMP).write_text(text, "utf-8")
            return flags
        flags = (f"{STAMP} holds no time: the files' own times count",)
    time = _newest(folder)
    before = target / STAMP
    last = _time(before.read_text("utf-8")) if before.is_file() else None
    if last is not None and work(target) == work(staging):
        shutil.copy(before, staging / STAMP)
        return flags
    if last is not None:
        time = max(time, last + timedelta(seconds=1))
    (staging / STAMP).write_text(time.strftime(TIME), "utf-8")
    return flags


def _newest(folder: Path) -> datetime:
    """When the newest file of a folder was changed."""
    times = [p.stat().st_mtime for p in folder.rglob("*") if p.is_file()]
    return datetime.fromtimestamp(max(times), UTC)


def _time(text: str) -> datetime | None:
    """A time as nbgrader reads it; None if it is none."""
    from nbgrader.utils import parse_utc  # takes seconds to import

    try:
        time: datetime = parse_utc(text.strip())
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return time.replace(tzinfo=UTC)


def contents(folder: Path) -> dict[str, bytes | None]:
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


def work(folder: Path) -> dict[str, bytes | None]:
    """The contents of a folder, whenever it was handed in."""
    found = contents(folder)
    found.pop(STAMP, None)
    return found
