"""Run code in sandboxed children, and read what it says."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from autograder import warm
from autograder.remote import Ended, Host
from autograder.syllabus import ROOT

AS_USER = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
ENDED = "(the child ended)"


class Inmate:
    """A child whose notebook the test writes, cell by cell."""

    def __init__(self, child: warm.Child, files: dict[str, str]) -> None:
        self.child = child
        self.host = Host(child.channel, 5.0)
        self.host.start(child.folder, files)

    def run(self, code: str, seconds: float = 20.0) -> str:
        """Run a cell; return what it printed and how it failed."""
        try:
            said, *_ = self.host.run_cell(code, seconds, self.child.interrupt)
        except Ended:
            return ENDED
        texts = [item.get("text") or item.get("evalue", "") for item in said]
        return "".join(texts).strip()


@contextlib.contextmanager
def parent(tier: str, cpu_seconds: int = 600) -> Iterator[warm.Parent]:
    """A warm parent of one's own, without JAX."""
    made = warm.start(False, tier, cpu_seconds)
    try:
        yield made
    finally:
        made.close()


@contextlib.contextmanager
def inmate(
    parent: warm.Parent, files: dict[str, str] | None = None
) -> Iterator[Inmate]:
    """A child of a warm parent."""
    child = parent.child()
    try:
        yield Inmate(child, files or {})
    finally:
        child.close()


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine may read and enter."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        yield Path(name)


def as_user(words: list[str]) -> subprocess.CompletedProcess[str]:
    """Run Python with some words, as an ordinary user would."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "course")])
    return subprocess.run(
        [*AS_USER, sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=300,
    )
