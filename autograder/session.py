"""One submission in one sandboxed child: run its notebook, then ask."""

import contextlib
import math
import time
from dataclasses import dataclass, field
from typing import Any

import nbformat

from autograder import sandbox, warm
from autograder.inside.failures import RemoteError
from autograder.outputs import from_child
from autograder.remote import Ended, Host
from autograder.repair import grade_id, only_looks
from chainrule.cases import OutOfTime

MOST_RESTARTS = 3
MOST_SAID = 30_000_000  # characters of all outputs of one notebook


class Late(Exception):
    """The time of a whole submission is over."""


@dataclass(frozen=True)
class Limits:
    """How long student code may run, and behind which wall.

    Args:
        cell: Seconds for one cell of the notebook.
        call: Seconds for one call of an answer.
        notebook: Seconds for a whole notebook.
        submission: Seconds for all that one student handed in.
        tier: The wall, one of `sandbox.TIERS`, or "" for the best that
            this machine has.
    """

    cell: float = 20.0
    call: float = 5.0
    notebook: float = 180.0
    submission: float = 900.0
    tier: str = ""


@dataclass
class Run:
    """A notebook that has been run.

    Args:
        nb: The notebook with its outputs, clipped.
        skip: Indexes of cells that must not be run again.
        flags: What a person should know.
    """

    nb: Any
    skip: set[int] = field(default_factory=set)
    flags: list[str] = field(default_factory=list)


class Session:
    """A child that has run a notebook and now answers questions.

    Args:
        nb: The submitted notebook. Grade cells are not run: what they
            say is written by the host.
        files: The student's folder, by path inside it.
        limits: How long things may take.
        until: The time, as `time.monotonic` tells it, when the whole
            submission must be done.
        with_jax: Whether JAX is there to import.
        keeps: Whether the notebook keeps what its cells say.
    """

    def __init__(
        self,
        nb: Any,
        files: dict[str, str],
        limits: Limits,
        until: float = math.inf,
        with_jax: bool = True,
        keeps: bool = True,
    ) -> None:
        self.run = Run(nb)
        self.files = files
        self.limits = limits
        self.until = until
        self.with_jax = with_jax
        self.keeps = keeps
        self.host: Host | None = None
        self._child: warm.Child | None = None
        self._said = 0

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *error: Any) -> None:
        self._close()

    def fresh_host(self) -> Host:
        """The host's end, after a restart if the last call broke it.

        Raises:
            Late: If the time of the whole submission is over.
        """
        if time.monotonic() > self.until:
            raise Late(
                "grading your whole submission took longer than "
                f"{self.limits.submission:g} s. Which calls never end?"
            )
        # Nobody has been asked yet: what is there to read is forged.
        if self.host is None or self.host.dead or self.host.speaks(0):
            self.start()
        assert self.host is not None
        return self.host

    def back_to(self, check: str) -> bool:
        """Give names what they stood for when a check cell was reached.

        Args:
            check: The cell's grade_id.

        Returns:
            differs: Whether that was anything else than at the end.

        Raises:
            Late: If the time of the whole submission is over.
        """
        host = self.fresh_host()
        with contextlib.suppress(Ended, OutOfTime, RemoteError):
            return host.request("back_to", check)[0] is True
        return False

    def start(self) -> None:
        """Run the notebook; after a death, again without the fatal cell."""
        for restarts in range(MOST_RESTARTS + 2):
            if restarts > MOST_RESTARTS:
                self._flag("too many cells ended the kernel: none was run")
                self.run.skip.update(range(len(self.run.nb.cells)))
            self._close()
            fatal = self._run_once()
            if fatal is None:
                break
            self.run.skip.add(fatal)
        self.keeps = False

    def _close(self) -> None:
        if self._child is not None:
            self._child.close()
            self._child = None

    def _run_once(self) -> int | None:
        """Run all cells; return the index of one that ended the child."""
        self._child = warm.child(
            self.with_jax, sandbox.choose(self.limits.tier)
        )
        self.host = Host(self._child.channel, self.limits.call)
        self.host.start(self._child.folder, self.files)
        end = min(time.monotonic() + self.limits.notebook, self.until)
        for index, cell in enumerate(self.run.nb.cells):
            if is_check(cell):
                with contextlib.suppress(Ended, OutOfTime, RemoteError):
                    self.host.request("keep", grade_id(cell))
            if not runs(cell) or index in self.run.skip:
                continue
            if time.monotonic() > end:
                self._flag(
                    f"cells from {index + 1} on were not run: the time for "
                    f"the notebook, {self.limits.notebook:g} s, was over"
                )
                break
            if not self._run_cell(index, cell):
                return index
        return None

    def _run_cell(self, index: int, cell: Any) -> bool:
        """Run one cell; say whether the child outlived it."""
        assert self.host is not None
        assert self._child is not None
        try:
            said, count, late = self.host.run_cell(
                cell.source, self.limits.cell, self._child.interrupt
            )
        except Ended:
            too_much = self._child.barked
            why = f" by taking too much {too_much}" if too_much else ""
            self._say(cell, [said_by_host("KernelDied", LEFT_OUT)], None)
            self._flag(f"cell {index + 1} ended the kernel{why}")
            return False
        count = count if type(count) is int else None
        outputs = from_child(said, count)
        if late:
            self.run.skip.add(index)
            self._flag(f"cell {index + 1} did not end")
            text = f"stopped after {self.limits.cell:g} s"
            outputs = [*outputs[:1], said_by_host("CellTimeout", text)]
        self._say(cell, outputs, count)
        return True

    def _say(self, cell: Any, outputs: list[Any], count: int | None) -> None:
        if self.keeps:
            self._said += len(str(outputs))
            if self._said > MOST_SAID:
                outputs = [said_by_host("TooMuch", "outputs left out")]
            cell.outputs = outputs
            cell.execution_count = count

    def _flag(self, text: str) -> None:
        if text not in self.run.flags:
            self.run.flags.append(text)


LEFT_OUT = "this cell ended the kernel; the others were run without it"


def said_by_host(name: str, text: str) -> Any:
    """An error output that the host writes."""
    return nbformat.v4.new_output(
        "error", ename=name, evalue=text, traceback=[f"{name}: {text}"]
    )


def runs(cell: Any) -> bool:
    """Whether the child runs a cell.

    Grade cells are the host's, and no answer needs a cell that only looks.
    """
    return (
        cell.cell_type == "code"
        and not is_check(cell)
        and not only_looks(cell)
    )


def is_check(cell: Any) -> bool:
    """Whether a cell is a grade cell."""
    return bool(cell.metadata.get("nbgrader", {}).get("grade", False))
