"""Run notebook cells in this process, with the outputs a kernel would send.

IPython does the work, without a terminal, windows or other programs.
"""

import asyncio
import os
import re
import sys
from functools import partial

from IPython.core.interactiveshell import InteractiveShell

from autograder.inside.said import (
    MOST_TEXT,
    Hook,
    Outputs,
    Publisher,
    Stream,
)

FIGURES = "module://matplotlib_inline.backend_inline"

# At grading a notebook runs without the commands that reach beyond it.
KEPT_MAGICS = frozenset("matplotlib config precision".split())
CELL_RUNS = frozenset("time capture".split())
TIMEIT = re.compile(r"(?:\s*-(?:[tcqov]+\b|[nrp]\s*\d+))*")
OPTION_VALUES = re.compile(r"-[nrp]\s*\d+")


class CellShell(InteractiveShell):
    """IPython without a terminal, a history file or other programs."""

    displayhook_class = Hook
    display_pub_class = Publisher

    def __init__(self, **words):
        self.outputs = Outputs()
        super().__init__(**words)

    def init_history(self):
        """Keep the history in memory alone."""
        self.config.HistoryManager.enabled = False
        super().init_history()

    def _showtraceback(self, etype, evalue, stb):
        try:
            text = str(evalue)
        except Exception:
            text = "(its text cannot be read)"
        self.outputs.add(
            {
                "output_type": "error",
                "ename": etype.__name__,
                "evalue": text[:MOST_TEXT],
                "traceback": [line[:MOST_TEXT] for line in stb],
            }
        )

    def enable_gui(self, gui=None):
        """There are no windows."""

    def ask_exit(self):
        """A notebook is not left by exit()."""

    def system(self, cmd):
        """Other programs are not run."""

    system_piped = system_raw = system

    def getoutput(self, cmd, split=True, depth=0):
        """Other programs are not run, so they say nothing."""
        return [] if split else ""

    def should_run_async(self, raw_cell, **words):
        """Run cells in an event loop, as a notebook's kernel does."""
        if asyncio._get_running_loop() is None:
            return True
        return super().should_run_async(raw_cell, **words)

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        """Run the few magics that only change how things look.

        Those whose values a line may use return one.
        """
        if magic_name == "time" and line.strip():
            return self.value_of(line)
        if magic_name == "timeit" and (asked := TIMEIT.match(line)):
            if "o" not in OPTION_VALUES.sub("", asked[0]):
                return None
            line = f"-q -o -n1 -r1 {line[asked.end() :]}"
        elif magic_name == "matplotlib" and line.strip() != "inline":
            return None  # no other backend has a window to draw in
        elif magic_name not in KEPT_MAGICS:
            return None
        return super().run_line_magic(magic_name, line, _stack_depth + 1)

    def value_of(self, line):
        """Run a line; return its value if it is an expression."""
        try:
            code = compile(line.strip(), "<line>", "eval")
        except SyntaxError:
            return self.ex(line)
        return eval(code, self.user_ns)

    def run_cell_magic(self, magic_name, line, cell):
        """Run the cell itself under magics that only measure or capture."""
        if magic_name in CELL_RUNS:
            text = self.transform_cell(cell)
            exec(self.compile(text, "<cell>", "exec"), self.user_ns)


def use_if_there(use, backend, *, force=True):
    """Set a backend; one without its windows must not end a cell."""
    use(backend, force=False)


def warm_shell():
    """Build the shell before the fork, with figures as pictures."""
    os.environ.setdefault("MPLBACKEND", FIGURES)
    os.environ["TERM"] = "xterm-color"
    shell = CellShell.instance()
    shell.colors = "neutral"
    try:
        from matplotlib_inline import backend_inline
    except ImportError:
        return shell
    import matplotlib

    matplotlib.use(FIGURES)
    matplotlib.use = partial(use_if_there, matplotlib.use)
    import matplotlib.pyplot

    backend_inline._enable_matplotlib_integration()
    shell.events.trigger("post_run_cell", None)
    return shell


class Cells:
    """Runs cells one after the other and returns what they said.

    Args:
        shell: The shell, built before the fork.
    """

    def __init__(self, shell):
        self.shell = shell
        self.streams = (
            Stream(shell.outputs, "stdout", 1),
            Stream(shell.outputs, "stderr", 2),
        )
        self.files = tuple(os.memfd_create(n) for n in ("stdout", "stderr"))
        for descriptor, file in zip((1, 2), self.files):
            os.dup2(file, descriptor)

    def run(self, source):
        """Run one cell.

        Args:
            source: Its text.

        Returns:
            outputs: List of nbformat outputs.
            count: The execution count.
        """
        kept = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self.streams
        try:
            self.shell.run_cell(source, store_history=True)
        except BaseException:  # an interrupt that came between two cells
            self.shell.showtraceback()
        finally:
            sys.stdout, sys.stderr = kept
        for name, file in zip(("stdout", "stderr"), self.files):
            text = read_back(file)
            if text:
                self.shell.outputs.stream(name, text)
        items = self.shell.outputs.take()
        for item in items:
            item.pop("size", None)
            item.pop("display_id", None)
        return items, self.shell.execution_count - 1

    def forget(self):
        """Drop what calls of functions said."""
        self.shell.outputs.take()
        for file in self.files:
            read_back(file)


def read_back(file):
    """Read what programs and libraries wrote past Python, and empty it."""
    size = os.fstat(file).st_size
    if not size:
        return ""
    data = os.pread(file, min(size, MOST_TEXT), 0)
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    return data.decode("utf-8", "replace")
