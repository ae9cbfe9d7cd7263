"""One submission in one kernel: run its notebook, then ask its functions."""

import contextlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from autograder import student_env
from autograder.inside import wire
from autograder.outputs import clip
from autograder.remote import Host, agent_text
from autograder.repair import only_looks

MOST_RESTARTS = 3
# 8 GiB of addresses, so that a huge array raises MemoryError in the
# student's process; where the shell cannot limit them, it goes on without.
LIMITED = 'ulimit -v 8388608 2>/dev/null; exec "$0" "$@"'


@dataclass(frozen=True)
class Limits:
    """How long student code may run.

    Args:
        cell: Seconds for one cell of the notebook.
        call: Seconds for one call of an answer.
        notebook: Seconds for a whole notebook.
    """

    cell: float = 20.0
    call: float = 5.0
    notebook: float = 180.0


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
    """A kernel that has run a notebook and now answers questions.

    Args:
        nb: The submitted notebook. Grade cells are not run: what they
            say is written by the host.
        files: The student's folder, by path inside it.
        limits: How long things may take.
    """

    def __init__(self, nb: Any, files: dict[str, str], limits: Limits) -> None:
        self.run = Run(nb)
        self.files = files
        self.limits = limits
        self.host: Host | None = None
        self._stack = contextlib.ExitStack()
        self._restarts = 0

    def __enter__(self) -> "Session":
        self._start()
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.close()

    def fresh_host(self) -> Host:
        """The host's end, after a restart if the last call broke it."""
        if self.host is None or self.host.dead:
            self._stack.close()
            self._start(again=True)
        assert self.host is not None
        return self.host

    def _start(self, again: bool = False) -> None:
        """Run the notebook; after a death, again without the fatal cell."""
        for _ in range(MOST_RESTARTS + 1):
            fatal = self._run_once(again)
            if fatal is None:
                return
            self._stack.close()
            self.run.skip.add(fatal)
        raise RuntimeError("the kernel died too often")

    def _run_once(self, again: bool) -> int | None:
        """Run all cells; return the index of one that killed the kernel."""
        ours, theirs = wire.pair()
        self._stack.callback(ours.close)
        folder = self._stack.enter_context(student_folder(self.files))
        client = self._stack.enter_context(
            started(self.run.nb, folder, theirs, self.limits)
        )
        descriptor = theirs.fileno()
        theirs.close()
        fatal = self._run_cells(client, again)
        if fatal is None:
            client.kc.execute(
                agent_text(descriptor), silent=True, store_history=False
            )
            self.host = Host(ours, self.limits.call)
        return fatal

    def _run_cells(self, client: NotebookClient, again: bool) -> int | None:
        end = time.monotonic() + self.limits.notebook
        for index, cell in enumerate(self.run.nb.cells):
            if not runs(cell) or index in self.run.skip:
                continue
            if time.monotonic() > end:
                self._flag(
                    f"cells from {index + 1} on were not run: the notebook "
                    f"took longer than {self.limits.notebook:g} s"
                )
                break
            kept, start = cell.outputs, time.monotonic()
            try:
                client.execute_cell(cell, index)
            except (DeadKernelError, RuntimeError):
                cell.outputs = [said("KernelDied", LEFT_OUT)]
                self._flag(f"cell {index + 1} ended the kernel")
                return index
            cell.outputs = kept if again else clip(cell.outputs)
            if time.monotonic() - start > self.limits.cell:
                self.run.skip.add(index)
                self._flag(f"cell {index + 1} did not end")
                text = f"stopped after {self.limits.cell:g} s"
                cell.outputs = [*cell.outputs[:1], said("CellTimeout", text)]
        return None

    def _flag(self, text: str) -> None:
        if text not in self.run.flags:
            self.run.flags.append(text)


LEFT_OUT = "this cell ended the kernel; the others were run without it"


def said(name: str, text: str) -> Any:
    """An error output that the host writes."""
    return nbformat.v4.new_output(
        "error", ename=name, evalue=text, traceback=[f"{name}: {text}"]
    )


def runs(cell: Any) -> bool:
    """Whether the kernel runs a cell.

    Grade cells are the host's, and no answer needs a cell that only looks.
    """
    graded = cell.metadata.get("nbgrader", {}).get("grade", False)
    return cell.cell_type == "code" and not graded and not only_looks(cell)


@contextlib.contextmanager
def student_folder(files: dict[str, str]) -> Iterator[Path]:
    """A new folder that holds the given files and nothing else."""
    folder = Path(tempfile.mkdtemp(prefix="session-"))
    try:
        for name, text in files.items():
            path = folder / "work" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (folder / "home").mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def started(
    nb: Any, folder: Path, inherited: Any, limits: Limits
) -> Iterator[NotebookClient]:
    """A client of a new student kernel that inherits one socket."""
    client = NotebookClient(
        nb,
        kernel_manager_class=StudentKernelManager,
        timeout=limits.cell,
        interrupt_on_timeout=True,
        allow_errors=True,
        iopub_timeout=4,
        raise_on_iopub_timeout=False,
        shutdown_kernel="immediate",
        extra_arguments=["--HistoryManager.hist_file=:memory:"],
    )
    client.config.KernelManager.transport_encryption = "auto"
    with client.setup_kernel(
        cwd=str(folder / "work"),
        env=student_env.environment(folder / "home"),
        pass_fds=(inherited.fileno(),),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ):
        client.reset_execution_trackers()
        yield client


class StudentKernelManager(AsyncKernelManager):
    """A manager whose kernel is the student's Python."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """Not looked up by name: only this one may run student code."""
        words = ["-m", "ipykernel_launcher", "-f", "{connection_file}"]
        limited = ["/bin/sh", "-c", LIMITED]
        return KernelSpec(
            argv=[*limited, str(student_env.python()), *words],
            display_name="Student",
            language="python",
        )
