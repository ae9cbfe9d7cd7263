"""Bound what a child and all that it starts take together."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

MOST_BYTES = 4 << 30
MOST_DISK, MOST_FILES = 200 << 20, 20_000
EVERY = 0.1  # seconds
UNSEEN = 100 << 20  # [bytes] what one process may hold in sockets and pipes
PAGE = os.sysconf("SC_PAGE_SIZE")


class Watchdog:
    """A thread that ends a child when its processes hold too much.

    Limits bound each process; only their sum bounds a child that forks.

    Args:
        pidfd: Refers to the first process of the child's.
        end: Ends the child.
        folder: Where it may write, if nothing else bounds its files.
    """

    def __init__(
        self, pidfd: int, end: Callable[[], None], folder: str | None = None
    ) -> None:
        self.barked = ""
        self._over = threading.Event()
        self._thread = threading.Thread(
            target=self._watch, args=(number(pidfd), end, folder), daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()
        self._thread.join()

    def _watch(
        self, first: int, end: Callable[[], None], folder: str | None
    ) -> None:
        while not self._over.wait(EVERY):
            if sum(map(held, family(first))) > MOST_BYTES:
                self.barked = "memory"
            elif folder and overfull(folder):
                self.barked = "disk"
            if self.barked:
                end()
                return


def number(pidfd: int) -> int:
    """The process number behind a pidfd, as this process sees it."""
    text = Path(f"/proc/self/fdinfo/{pidfd}").read_text("utf-8")
    line = next(x for x in text.splitlines() if x.startswith("Pid:"))
    return int(line.partition(":")[2])


def family(first: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield first
    for path in Path(f"/proc/{first}/task").glob("*/children"):
        try:
            below = path.read_text("utf-8").split()
        except OSError:
            continue
        for child in below:
            yield from family(int(child))


def held(process: int) -> int:
    """[bytes] Memory that a process uses, shared or not, or may hide."""
    try:
        fields = Path(f"/proc/{process}/statm").read_text("utf-8").split()
    except OSError:
        return 0
    return int(fields[1]) * PAGE + UNSEEN


def overfull(folder: str) -> bool:
    """Whether a folder holds too many bytes or too many files.

    A file system of its own bounds the bytes, and counts the files.
    """
    if os.path.ismount(folder):
        return leftover(folder) > MOST_FILES
    size = count = 0
    folders = [folder]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    count += 1
                    size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    if size > MOST_DISK or count > MOST_FILES:
                        return True
        except OSError:
            continue  # gone already, or closed to us and small
    return False


def leftover(folder: str) -> int:
    """How many files a file system of its own holds; 0 for a folder."""
    if not os.path.ismount(folder):
        return 0
    found = os.statvfs(folder)
    return found.f_files - found.f_ffree - 1  # all but the folder itself
