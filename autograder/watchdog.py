"""Bound the memory of a child and of all that it starts."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

MOST_BYTES = 4 << 30
EVERY = 0.1  # seconds
PAGE = os.sysconf("SC_PAGE_SIZE")


class Watchdog:
    """A thread that ends a child when its processes hold too much.

    Limits bound each process; only their sum bounds a child that forks.

    Args:
        pidfd: Refers to the first process of the child.
        end: Ends the child.
    """

    def __init__(self, pidfd: int, end: Callable[[], None]) -> None:
        self.barked = False
        self._over = threading.Event()
        self._thread = threading.Thread(
            target=self._watch, args=(number(pidfd), end), daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._over.set()
        self._thread.join()

    def _watch(self, first: int, end: Callable[[], None]) -> None:
        while not self._over.wait(EVERY):
            if sum(map(resident, family(first))) > MOST_BYTES:
                self.barked = True
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


def resident(process: int) -> int:
    """[bytes] Memory of a process that is in use, shared or not."""
    try:
        fields = Path(f"/proc/{process}/statm").read_text("utf-8").split()
    except OSError:
        return 0
    return int(fields[1]) * PAGE
