"""What a cell says, as the outputs of nbformat 4: in order, and bounded.

What IPython would publish is kept: it is never worth more than a student
can read.
"""

import base64
import io

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher

MOST_TEXT = 200_000  # characters of one stream
MOST_DATA = 8_000_000  # characters of all that one cell displays
MOST_OUTPUTS = 200


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
