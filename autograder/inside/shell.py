"""Run notebook cells in this process, with the outputs a kernel would send.

IPython does the work. What it would publish is kept as the outputs of
nbformat 4, in order, and bounded: what a cell says is never worth more
than a student can read.
"""

import base64
import io
import os
import sys

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

MOST_TEXT = 200_000  # characters of one stream
MOST_DATA = 8_000_000  # characters of all that one cell displays
MOST_OUTPUTS = 200
FIGURES = "module://matplotlib_inline.backend_inline"

# At grading a notebook runs without the commands that reach beyond it.
KEPT_MAGICS = frozenset("matplotlib config precision".split())
CELL_RUNS = frozenset("time capture".split())


class Outputs:
    """The outputs of the cell that runs, oldest first."""

    def __init__(self):
        self.items, self.size = [], 0
        self.clear_next = False

    def take(self):
        """Hand over the outputs and begin anew."""
        items, self.items, self.size = self.items, [], 0
        self.clear_next = False
        for item in items:
            if item["output_type"] == "stream":
                item["text"] = "".join(item["text"])
        return items

    def stream(self, name, text):
        """Add text to a stream; parts that follow each other are one."""
        last = self.items[-1] if self.items else {}
        if last.get("name") == name and not self.clear_next:
            if last["size"] < MOST_TEXT:
                last["text"].append(text[: MOST_TEXT - last["size"]])
            last["size"] += len(text)
            return
        self.add(
            {
                "output_type": "stream",
                "name": name,
                "text": [text[:MOST_TEXT]],
                "size": len(text),
            }
        )

    def add(self, item):
        """Add an output, unless there are too many."""
        if self.clear_next:
            self.items, self.clear_next = [], False
        if len(self.items) < MOST_OUTPUTS:
            self.items.append(item)

    def display(self, kind, data, metadata, **more):
        """Add data in the form that a notebook file holds."""
        data = {mime: plain(value) for mime, value in data.items()}
        self.size += sum(len(v) for v in data.values() if type(v) is str)
        if self.size > MOST_DATA:
            return
        item = {"output_type": kind, "data": data, "metadata": metadata or {}}
        self.add({**item, **more})

    def update(self, display_id, data, metadata):
        """Change what was displayed under an id."""
        data = {mime: plain(value) for mime, value in data.items()}
        for item in self.items:
            if item.get("display_id") == display_id:
                item["data"], item["metadata"] = data, metadata or {}


def plain(value):
    """Data of one kind as text, or as it is."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


class Publisher(DisplayPublisher):
    """Keeps what `display` shows."""

    def publish(self, data, metadata=None, **words):
        """Keep one display, or change an earlier one."""
        shown = (words.get("transient") or {}).get("display_id")
        if words.get("update"):
            self.shell.outputs.update(shown, data, metadata)
        else:
            self.shell.outputs.display(
                "display_data", data, metadata, display_id=shown
            )

    def clear_output(self, wait=False):
        """Forget the outputs of this cell, now or at the next one."""
        self.shell.outputs.clear_next = True
        if not wait:
            self.shell.outputs.take()


class Hook(DisplayHook):
    """Keeps the value of a cell's last expression."""

    def write_output_prompt(self):
        """The prompt is part of the output's record."""

    def write_format_data(self, format_dict, md_dict=None):
        """Keep the value in all its forms."""
        self.shell.outputs.display(
            "execute_result",
            format_dict,
            md_dict,
            execution_count=self.prompt_count,
        )

    def finish_displayhook(self):
        """There is no line to end."""
        self._is_active = False


class Stream(io.TextIOBase):
    """Standard output or error of the cell that runs."""

    encoding = "utf-8"

    def __init__(self, outputs, name, descriptor):
        self.outputs, self.stream_name = outputs, name
        self.descriptor = descriptor

    def write(self, text):
        """Keep text."""
        if not isinstance(text, str):
            raise TypeError(f"write() takes str, not {type(text).__name__}")
        if text:
            self.outputs.stream(self.stream_name, text)
        return len(text)

    def writable(self):
        """It can be written to."""
        return True

    def fileno(self):
        """What other programs would write to."""
        return self.descriptor


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

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        """Run the few magics that only change how things look."""
        if magic_name == "time" and line.strip():
            return self.ex(line)
        if magic_name in KEPT_MAGICS:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        return None

    def run_cell_magic(self, magic_name, line, cell):
        """Run the cell itself under magics that only measure or capture."""
        if magic_name in CELL_RUNS:
            text = self.transform_cell(cell)
            exec(self.compile(text, "<cell>", "exec"), self.user_ns)


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
